using System.Data.Common;
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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pulse = work.Next;
            try
            {
                foreach (var job in await FindJobsAsync(stoppingToken))
                    jobs.Enqueue(job);
            }
            catch (DbException exception)
            {
                Log.LookFailed(logger, exception);
            }

            // Calls end all the time; the pause keeps their pulses from becoming a busy loop.
            await Task.Delay(Interval / 10, time, stoppingToken);
            await work.WaitAsync(pulse, Interval, stoppingToken);
        }
    }

    internal async Task<IReadOnlyList<Job>> FindJobsAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await database.ReadAsync(cancellationToken);
        var batches = await context.Batches.AsNoTracking().Where(batch => batch.FinishedAt == null)
            .OrderBy(batch => batch.Number).ToListAsync(cancellationToken);
        var jobs = new List<Job>();
        foreach (var batch in batches)
        {
            var hasDue = !(batch.Plan.StartTime > now)
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
        [LoggerMessage(1, LogLevel.Error, "The supervisor could not read the database; it looks again in a second.")]
        public static partial void LookFailed(ILogger logger, Exception exception);
    }
}
