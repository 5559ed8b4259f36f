using System.Data.Common;
using System.Threading.Channels;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Telephony;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Calls;

/// <summary>
/// The one door through which everything that is learnt about a call goes, from whatever side and in any order. Updates
/// that come before its turn to write share one commit.
/// </summary>
public sealed partial class CallUpdates(
    Database database,
    CallProviders providers,
    LaunchedSettings settings,
    CallIds ids,
    AutoPause autoPause,
    HaltedBatches halted,
    FaultPoints faults,
    IBatchFeed feed,
    WorkSignal work,
    IOptions<DispatchOptions> options,
    TimeProvider time,
    ILogger<CallUpdates> logger) : BackgroundService, IProviderCallSink
{
    private const int LargestGroup = 500;

    /// <summary>How often it is looked for parked reports that nothing has come for.</summary>
    private static readonly TimeSpan DropInterval = TimeSpan.FromMinutes(1);

    private readonly Channel<(CallUpdate Update, TaskCompletionSource? Stored)> _updates =
        Channel.CreateUnbounded<(CallUpdate, TaskCompletionSource?)>(new UnboundedChannelOptions { SingleReader = true });

    // As long as a call in doubt is looked for: after that no attempt gets a call id any more.
    private readonly TimeSpan _parkedFor = options.Value.Lease + TimeSpan.FromSeconds(options.Value.ReviewAfterSeconds);

    private DateTimeOffset _dropAt;

    public void Report(CallUpdate update) => _updates.Writer.TryWrite((update, null));

    /// <summary>Returns when it is stored, and throws when it cannot be.</summary>
    public async Task StoreAsync(CallUpdate update, CancellationToken cancellationToken)
    {
        var stored = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_updates.Writer.TryWrite((update, stored)))
            throw new OperationCanceledException("The application is stopping.");
        await stored.Task.WaitAsync(cancellationToken);
    }

    ValueTask IProviderCallSink.ReportAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        Report(new CallUpdate.Reported(call));
        return ValueTask.CompletedTask;
    }

    Task IProviderCallSink.StoreAsync(string provider, ProviderCall call, CancellationToken cancellationToken) =>
        StoreAsync(call.Key == default ? new CallUpdate.Posted(provider, call) : new CallUpdate.Reported(call), cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<(CallUpdate Update, TaskCompletionSource? Stored)>();
        try
        {
            while (await _updates.Reader.WaitToReadAsync(stoppingToken))
            {
                await ApplyAsync(group, () => Fill(group), stoppingToken);
                group.ForEach(stored => stored.Stored?.TrySetResult());
                group.Clear();
            }
        }
        finally
        {
            // Whoever waits learns that it was not stored, and tells it again to the next process.
            _updates.Writer.TryComplete();
            while (_updates.Reader.TryRead(out var next))
                next.Stored?.TrySetCanceled(CancellationToken.None);
            group.ForEach(waiting => waiting.Stored?.TrySetCanceled(CancellationToken.None));
        }
    }

    private void Fill(List<(CallUpdate, TaskCompletionSource?)> group)
    {
        while (group.Count < LargestGroup && _updates.Reader.TryRead(out var next))
            group.Add(next);
    }

    /// <summary>Updates are never dropped while the process lives: what cannot be stored now is tried again until it can.</summary>
    private async Task ApplyAsync(
        List<(CallUpdate Update, TaskCompletionSource? Stored)> group, Action fill, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var (results, dropped) = await database.WriteAsync(
                    WritePriority.Dispatch,
                    context =>
                    {
                        fill();
                        return Task.FromResult(Apply(context, group.Select(next => next.Update)));
                    },
                    stoppingToken);
                faults.Reach(FaultPoint.AfterResults);
                foreach (var attempt in results.Unknown)
                    Log.UnknownAttempt(logger, attempt);
                foreach (var id in dropped)
                    Log.Dropped(logger, Guid.TryParse(id, out var known) ? known : null);
                Announce(results.Changed);
                return;
            }
            catch (DbException exception)
            {
                Log.NotStored(logger, group.Count, exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException && group is [var (update, stored)])
            {
                // A defect: it must not keep everything else from being stored, now and after every restart.
                Log.NotApplied(logger, update.GetType().Name, update.Attempt, exception);
                stored?.TrySetException(exception);
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                foreach (var update in group)
                    await ApplyAsync([update], () => { }, stoppingToken);
                return;
            }
        }
    }

    private (CallResults Results, IReadOnlyList<string> Dropped) Apply(DashboardDbContext context, IEnumerable<CallUpdate> group)
    {
        var now = time.GetUtcNow();
        var progress = new CallProgress(context, settings, ids, now);
        var moves = new CallMoves(context, progress, now);
        var ends = new CallEnds(context, moves, settings, autoPause, halted, now);
        var results = new CallResults(context, moves, ends, progress, providers.PollInterval, halted, now);
        results.Apply(group);
        faults.Reach(FaultPoint.InResults);
        if (now < _dropAt)
            return (results, []);
        _dropAt = now + DropInterval;
        return (results, context.DropParked(now - _parkedFor));
    }

    private void Announce(IReadOnlyCollection<CallKey> changed)
    {
        foreach (var batch in changed.GroupBy(call => call.BatchNumber))
            feed.Publish(new BatchChange(batch.Key, [.. batch]));
        if (changed.Count > 0)
            work.Pulse();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Count} call updates could not be stored; trying again.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);

        [LoggerMessage(4, LogLevel.Error, "Update {Kind} of attempt {Attempt} cannot be applied and is left out; this is a defect, please report it.")]
        public static partial void NotApplied(ILogger logger, string kind, AttemptKey attempt, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "A report is about attempt {Attempt}, which is none of ours; nothing was changed.")]
        public static partial void UnknownAttempt(ILogger logger, AttemptKey attempt);

        [LoggerMessage(3, LogLevel.Information, "A parked report about call {ProviderCallId} was dropped: no placement of ours was answered with that id.")]
        public static partial void Dropped(ILogger logger, Guid? providerCallId);
    }
}
