using System.Data.Common;
using System.Threading.Channels;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Telephony;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Calls;

/// <summary>
/// The one door through which everything that is learnt about a call goes, from whatever side and in any order. Updates
/// that come while a commit is under way share the next one.
/// </summary>
public sealed partial class CallUpdates(
    Database database,
    CallProviders providers,
    IBatchFeed feed,
    WorkSignal work,
    TimeProvider time,
    ILogger<CallUpdates> logger) : BackgroundService, IProviderCallSink
{
    private const int LargestGroup = 500;

    private readonly Channel<CallUpdate> _updates =
        Channel.CreateUnbounded<CallUpdate>(new UnboundedChannelOptions { SingleReader = true });

    public void Report(CallUpdate update) => _updates.Writer.TryWrite(update);

    ValueTask IProviderCallSink.ReportAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        Report(new CallUpdate.Reported(call));
        return ValueTask.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var group = new List<CallUpdate>();
        while (await _updates.Reader.WaitToReadAsync(stoppingToken))
        {
            while (group.Count < LargestGroup && _updates.Reader.TryRead(out var update))
                group.Add(update);
            await ApplyAsync(group, stoppingToken);
            group.Clear();
        }
    }

    /// <summary>Updates are never dropped while the process lives: what cannot be stored now is tried again until it can.</summary>
    private async Task ApplyAsync(List<CallUpdate> group, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var changed = await database.WriteAsync(
                    WritePriority.Dispatch,
                    context => Task.FromResult(
                        new CallResults(context, providers.PollInterval, time.GetUtcNow()).Apply(group)),
                    stoppingToken);
                Announce(changed);
                return;
            }
            catch (DbException exception)
            {
                Log.NotStored(logger, group.Count, exception);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }
        }
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
    }
}
