using BatchDashboard.Core.Dispatching;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Data;

/// <summary>Hands out leases, one holder each; a holder that dies loses its lease by time.</summary>
public sealed class Leases(Database database, IOptions<DispatchOptions> options, TimeProvider time)
{
    private readonly TimeSpan _length = options.Value.Lease;

    /// <summary>Null: somebody else works at it.</summary>
    public async Task<HeldLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        var holder = Guid.CreateVersion7(time.GetUtcNow());
        return await WriteAsync(name, holder, cancellationToken)
            ? new HeldLease(this, name, holder, time.GetUtcNow() + (_length / 3))
            : null;
    }

    /// <summary>Extends the lease when a third of it is over; false: it was lost, and the work must stop.</summary>
    internal async ValueTask<bool> RenewAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < lease.RenewAt)
            return true;
        lease.RenewAt = time.GetUtcNow() + (_length / 3);
        return await WriteAsync(lease.Name, lease.Holder, cancellationToken);
    }

    internal Task ReleaseAsync(HeldLease lease) =>
        database.WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run(
                "DELETE FROM leases WHERE name = @name AND holder = @holder",
                ("@name", lease.Name),
                ("@holder", lease.Holder))),
            CancellationToken.None);

    private Task<bool> WriteAsync(string name, Guid holder, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run(
                """
                INSERT INTO leases (name, holder, until) VALUES (@name, @holder, @until)
                ON CONFLICT (name) DO UPDATE SET holder = @holder, until = @until WHERE holder = @holder OR until < @now
                """,
                ("@name", name),
                ("@holder", holder),
                ("@until", time.GetUtcNow() + _length),
                ("@now", time.GetUtcNow())) == 1),
            cancellationToken);
}
