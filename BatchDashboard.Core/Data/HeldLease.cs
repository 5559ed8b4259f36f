namespace BatchDashboard.Core.Data;

/// <summary>A lease while it is held; disposing gives it back.</summary>
public sealed class HeldLease(Leases leases, string name, Guid holder, DateTimeOffset renewAt) : IAsyncDisposable
{
    internal string Name => name;

    internal Guid Holder => holder;

    internal DateTimeOffset RenewAt { get; set; } = renewAt;

    /// <inheritdoc cref="Leases.RenewAsync"/>
    public ValueTask<bool> RenewAsync(CancellationToken cancellationToken) => leases.RenewAsync(this, cancellationToken);

    public async ValueTask DisposeAsync() => await leases.ReleaseAsync(this);
}
