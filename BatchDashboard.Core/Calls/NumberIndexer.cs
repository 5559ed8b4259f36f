using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.Calls;

/// <summary>Makes the calls of a batch findable by their numbers once it is loaded, in small steps behind everybody else who writes.</summary>
public sealed partial class NumberIndexer(Database database, WorkSignal work, TimeProvider time, ILogger<NumberIndexer> logger)
    : BackgroundService
{
    /// <summary>In one transaction.</summary>
    private const int Step = 5000;

    /// <summary>So many are put in order in memory; a tree takes what comes in order faster.</summary>
    private const int Part = 200_000;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long[] _numbers = new long[Part];
    private readonly int[] _rows = new int[Part];

    /// <summary>How far it has come; a process that begins anew begins the batch anew.</summary>
    private int _batch;

    private long _after;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pulse = work.Next;
            try
            {
                while (await IndexNextAsync(stoppingToken))
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Look-ups by number are slower meanwhile; nothing else depends on it.
                Log.NotIndexed(logger, exception);
            }

            await Task.Delay(Interval, time, stoppingToken);
            await work.WaitAsync(pulse, Interval, stoppingToken);
        }
    }

    /// <summary>Writes the next part of the next batch. False: every batch is indexed, or has to wait for a load.</summary>
    internal async Task<bool> IndexNextAsync(CancellationToken cancellationToken)
    {
        int count;
        long last;
        await using (var context = await database.ReadAsync(cancellationToken))
        {
            if (context.NextToIndex() is not { } next)
                return false;
            if (next != _batch)
                (_batch, _after) = (next, CallKey.RangeOf(next).First - 1);
            (count, last) = context.ReadNumbers(next, _after, _numbers, _rows);
        }

        for (var start = 0; start < count; start += Step)
        {
            var step = start..Math.Min(start + Step, count);
            await WriteAsync(context => context.IndexNumbers(_batch, _numbers.AsSpan()[step], _rows.AsSpan()[step]), cancellationToken);
        }

        _after = last;
        if (count < Part)
            await WriteAsync(context => context.MarkNumbersIndexed(_batch), cancellationToken);
        return true;
    }

    private Task WriteAsync(Action<DashboardDbContext> write, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Bulk,
            context =>
            {
                write(context);
                return Task.CompletedTask;
            },
            cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The numbers of a batch could not be indexed; trying again.")]
        public static partial void NotIndexed(ILogger logger, Exception exception);
    }
}
