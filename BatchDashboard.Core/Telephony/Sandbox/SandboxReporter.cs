using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Tells the product by itself what happens to the sandbox's calls, as a provider's callbacks would.</summary>
internal sealed partial class SandboxReporter(
    SandboxCalls calls,
    SandboxTimetable timetable,
    IProviderCallSink sink,
    TimeProvider time,
    ILogger<SandboxReporter> logger) : BackgroundService
{
    // The sink may answer only after a commit; one report at a time would be a few hundred a second.
    private const int ReportsAtOnce = 64;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var now = time.GetUtcNow();
        foreach (var key in calls.Inherited(now)) timetable.Add(key, now);

        return Parallel.ForEachAsync(
            timetable.ReadAsync(stoppingToken),
            new ParallelOptions { MaxDegreeOfParallelism = ReportsAtOnce, CancellationToken = stoppingToken },
            ReportAsync);
    }

    private async ValueTask ReportAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        try
        {
            var now = time.GetUtcNow();
            var call = calls.Find(key) ?? throw new InvalidOperationException("What is timed is in the ledger.");
            next = call.NextChange(now);
            if (call.ReportAt(now) is { } report) await sink.ReportAsync(report, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The edge of a callback: like a lost one, it is made good by polling, and the other calls go on.
            Log.ReportFailed(logger, key, e);
        }

        if (next is { } change) timetable.Add(key, change);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The report about attempt {Attempt} was not taken")]
        public static partial void ReportFailed(ILogger logger, AttemptKey attempt, Exception exception);
    }
}
