using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// Looks at the database every second, and at once when woken, and enqueues whatever each unfinished batch needs. All
/// that job storage holds can be lost: this finds it again.
/// </summary>
public sealed partial class Supervisor(
    Database database, IJobScheduler jobs, WorkSignal work, TimeProvider time, ILogger<Supervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>From look to look at least: calls end all the time, and each end wakes.</summary>
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Pause for each time that a look takes: with thousands of batches one takes long.</summary>
    private const int PauseShare = 10;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pulse = work.Next;
            var began = time.GetTimestamp();
            try
            {
                foreach (var job in await FindJobsAsync(stoppingToken))
                    jobs.Enqueue(job);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Whatever it is, the next look may go well, and without looks nobody is called.
                Log.LookFailed(logger, exception);
            }

            await Task.Delay(PauseAfter(time.GetElapsedTime(began)), time, stoppingToken);
            await work.WaitAsync(pulse, Interval, stoppingToken);
        }
    }

    private static TimeSpan PauseAfter(TimeSpan look) => (look * PauseShare) switch
    {
        var pause when pause < ShortestPause => ShortestPause,
        var pause when pause > Interval => Interval,
        var pause => pause,
    };

    internal async Task<IReadOnlyList<Job>> FindJobsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await database.ReadAsync(cancellationToken);
        var batches = await context.Batches.AsNoTracking().Where(batch => batch.FinishedAt == null)
            .OrderBy(batch => batch.Number)
            // Not the plan, which is long.
            .Select(batch => new
            {
                batch.Number,
                batch.Status,
                batch.Paused,
                batch.StopRequested,
                batch.HangUpRequested,
                batch.Loaded,
                batch.Chunked,
                batch.Counts,
                batch.StartsAt,
                batch.DispatchedRow,
                batch.LoadedRow,
            })
            .ToListAsync(cancellationToken);
        var jobs = new List<Job>();
        foreach (var batch in batches)
        {
            var hasDue = !(batch.StartsAt > now)
                && (batch.DispatchedRow < batch.LoadedRow || context.HasDueCalls(batch.Number, now));
            jobs.AddRange(new BatchNeeds(
                batch.Number,
                batch.Status,
                batch.Paused,
                batch.StopRequested,
                batch.HangUpRequested,
                batch.Loaded,
                batch.Chunked,
                batch.Counts,
                hasDue).Jobs());
        }

        if (await context.Calls.AnyAsync(call => call.Deadline != null && call.Deadline <= now, cancellationToken))
            jobs.Add(new Job(JobKind.WatchCalls));
        return jobs;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The supervisor could not find out what there is to do; it looks again in a second.")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
