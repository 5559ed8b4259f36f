using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// Holds the stored rows of a batch against those of its source when it is loaded, and its counters against them when it is
/// over: what came in must have come out. The difference is the metric <c>batchdashboard.conservation_gap</c>, in rows since
/// the start; anything but 0 is a defect.
/// </summary>
public sealed partial class Conservation
{
    public const string MeterName = "BatchDashboard";

    public const string GapName = "batchdashboard.conservation_gap";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ILogger<Conservation> _logger;
    private long _gap;

    public Conservation(Database database, IMeterFactory meters, TimeProvider time, ILogger<Conservation> logger)
    {
        (_database, _time, _logger) = (database, time, logger);
        meters.Create(MeterName).CreateObservableGauge(
            GapName, () => Gap, "{row}", "Rows of sources that were not stored, and rows of finished batches that are in no counter, or in one too many.");
    }

    /// <summary>The metric as it stands.</summary>
    public long Gap => Volatile.Read(ref _gap);

    /// <summary>Asked once a source was read to its end; what it should have was counted before the launch, or nobody knows.</summary>
    public async Task CheckLoadAsync(int batchNumber, CancellationToken cancellationToken)
    {
        var batch = await ReadAsync(batchNumber, cancellationToken);
        var (rows, stored) = (batch.Plan.Rows ?? batch.Counts.Total, batch.Counts.Total);
        if (rows != stored)
            await TellAsync(batchNumber, Math.Abs(rows - stored), "rows_differ", $"{stored} rows of this batch are stored, but its source has {rows}.", cancellationToken);
    }

    /// <summary>Reads through the calls of a batch that is over, beside everybody who writes: a second for a million.</summary>
    public async Task CheckAsync(int batchNumber, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(batchNumber, cancellationToken)).Status.IsFinal())
            return;
        var gap = await GapOfAsync(batchNumber, cancellationToken);
        if (gap != 0)
            await TellAsync(batchNumber, gap, "counters_differ", $"The counters of this batch are not those of its rows; they differ by {gap}.", cancellationToken);
    }

    private Task TellAsync(int batchNumber, int gap, string code, string what, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _gap, gap);
        Log.RowsAreMissing(_logger, code, batchNumber, gap);
        return _database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                context.Log(batchNumber, LogEvent.Error, _time.GetUtcNow(), new JsonObject
                {
                    ["code"] = code,
                    ["message"] = $"{what} This is a defect: please report it.",
                });
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private async Task<Batch> ReadAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await _database.ReadAsync(cancellationToken);
        return await context.Batches.AsNoTracking().SingleAsync(batch => batch.Number == batchNumber, cancellationToken);
    }

    private async Task<int> GapOfAsync(int batchNumber, CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batchNumber);
        await using var context = await _database.ReadAsync(cancellationToken);
        // Both are read as they were at the same moment.
        await using var moment = await context.Database.BeginTransactionAsync(cancellationToken);
        var batch = await context.Batches.Where(batch => batch.Number == batchNumber)
            .Select(batch => new { batch.Counts, batch.Released }).SingleAsync(cancellationToken);
        var rows = await context.Calls.Where(call => call.Key >= first && call.Key <= last).GroupBy(call => call.Status)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        // Nothing is in doubt any more, so no line is given up.
        return Math.Abs(batch.Released)
            + Enum.GetValues<CallStatus>().Sum(status => Math.Abs(batch.Counts.Of(status) - rows.GetValueOrDefault(status)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "What came into batch {Batch} and what came out differ by {Gap} rows: {Code}.")]
        public static partial void RowsAreMissing(ILogger logger, string code, int batch, int gap);
    }
}
