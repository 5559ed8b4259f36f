using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Tests.Calls;

/// <summary>Pages of calls by status and by number, which stand in different places while a batch is dialled.</summary>
public sealed class FindingCallsTests : IAsyncLifetime, IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private CoreHost _core = null!;

    public async Task InitializeAsync()
    {
        // Row 1 is the header. Nothing runs by itself; what becomes of the calls is written by hand.
        _core = await CoreHost.OpenAsync(_scratch.Root);
        for (var batch = 1; batch <= 2; batch++)
        {
            await _core.LaunchAsync(CoreHost.Numbers(8) + "\nnobody\n");
            await _core.Service<BatchPreparer>().RunAsync(batch, default);
        }
    }

    [Fact]
    public async Task A_page_has_the_calls_of_its_statuses_in_order_wherever_they_stand()
    {
        await RunAsync("UPDATE calls SET status = 'completed' WHERE key & 16777215 IN (3, 7)");
        await RunAsync("UPDATE calls SET not_before = 5 WHERE key & 16777215 = 2");
        await RunAsync("UPDATE calls SET status = 'held', not_before = 5 WHERE key & 16777215 = 4");
        await RunAsync("UPDATE calls SET status = 'dialing', deadline = 5 WHERE key = (1 << 24) + 6");
        await RunAsync("UPDATE calls SET status = 'failed' WHERE key = (1 << 24) + 5");
        await RunAsync("UPDATE calls SET status = 'review' WHERE key = (2 << 24) + 5");
        await RunAsync("UPDATE calls SET status = 'canceled' WHERE key = (2 << 24) + 6");
        await RunAsync("UPDATE batches SET dispatched_row = 7");
        var all = (await ListAsync([], null, true)).Concat(await ListAsync([CallStatus.Skipped], null, true))
            .OrderBy(call => call.Key.Value).ToList();
        Assert.Equal(18, all.Count);

        CallStatus[][] choices =
        [
            [CallStatus.Queued], [CallStatus.Completed], [CallStatus.Held], [CallStatus.Dialing], [CallStatus.Review], [CallStatus.Skipped],
            [CallStatus.Failed], [CallStatus.Queued, CallStatus.Completed, CallStatus.Dialing, CallStatus.Skipped],
        ];
        foreach (var statuses in choices)
        {
            foreach (var after in all)
            {
                var matching = all.Where(call => statuses.Contains(call.Status)).ToList();
                Assert.Equal(
                    matching.Where(call => call.Key.Value > after.Key.Value).Select(call => call.Key).Take(4),
                    (await ListAsync(statuses, after.Key, true)).Select(call => call.Key));
                Assert.Equal(
                    matching.Where(call => call.Key.Value < after.Key.Value).Select(call => call.Key).Reverse().Take(4),
                    (await ListAsync(statuses, after.Key, false)).Select(call => call.Key));
            }
        }
    }

    [Fact]
    public async Task A_number_is_found_in_every_batch_before_and_after_its_numbers_are_indexed()
    {
        CallKey[] expected = [new(1, 4), new(2, 4)];
        Assert.Equal(expected, await FindAsync(null));

        var indexer = _core.Service<IEnumerable<IHostedService>>().OfType<NumberIndexer>().Single();
        Assert.True(await indexer.IndexNextAsync(default));
        Assert.Equal(expected, await FindAsync(null));
        Assert.True(await indexer.IndexNextAsync(default));
        Assert.False(await indexer.IndexNextAsync(default));

        Assert.Equal(expected, await FindAsync(null));
        Assert.Equal([new CallKey(2, 4)], await FindAsync(2));
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    public void Dispose() => _scratch.Dispose();

    private Task<IReadOnlyList<CallSummary>> ListAsync(IReadOnlyList<CallStatus> statuses, CallKey? after, bool ascending) =>
        _core.Service<CallQueries>().ListAsync(
            new CallFilter(null, statuses), after is null ? 100 : 4, after, 0, ascending, default);

    private async Task<IEnumerable<CallKey>> FindAsync(int? batch) => (await _core.Service<CallQueries>().ListAsync(
        new CallFilter(batch, [], CoreHost.Number(2)), 10, null, 0, ascending: true, default)).Select(call => call.Key);

    private Task<int> RunAsync(string sql) => _core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
