namespace BatchDashboard.Core.Telephony;

/// <summary>Where providers that push report what happens to their calls; in any order, any number of times.</summary>
public interface IProviderCallSink
{
    ValueTask ReportAsync(ProviderCall call, CancellationToken cancellationToken);

    /// <summary>
    /// For news that its sender forgets once it is acknowledged: returns when it is stored. Without our key
    /// (<c>default</c>) it belongs to the attempt with its call id, also to one that gets that id later.
    /// </summary>
    Task StoreAsync(string provider, ProviderCall call, CancellationToken cancellationToken);
}
