namespace BatchDashboard.Core.Telephony;

/// <summary>Where providers that push report what happens to their calls; in any order, any number of times.</summary>
public interface IProviderCallSink
{
    ValueTask ReportAsync(ProviderCall call, CancellationToken cancellationToken);
}
