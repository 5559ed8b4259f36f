using BatchDashboard.Core.Data;

namespace BatchDashboard.Tests.Data;

public sealed class WriteGateTests
{
    private readonly WriteGate _gate = new();

    [Fact]
    public async Task The_most_urgent_goes_first_and_then_the_one_that_came_first()
    {
        var order = new List<string>();
        var first = await _gate.EnterAsync(WritePriority.Bulk, default);
        Task[] waiting =
        [
            EnterAsync(WritePriority.Bulk, "bulk 1"),
            EnterAsync(WritePriority.Bulk, "bulk 2"),
            EnterAsync(WritePriority.Interactive, "person"),
            EnterAsync(WritePriority.Dispatch, "dispatch"),
        ];

        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.Equal(["dispatch", "person", "bulk 1", "bulk 2"], order);

        async Task EnterAsync(WritePriority priority, string name)
        {
            using var pass = await _gate.EnterAsync(priority, default);
            order.Add(name);
        }
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_block_the_others()
    {
        using var impatient = new CancellationTokenSource();
        var first = await _gate.EnterAsync(WritePriority.Dispatch, default);
        var givesUp = _gate.EnterAsync(WritePriority.Dispatch, impatient.Token).AsTask();
        var waits = _gate.EnterAsync(WritePriority.Bulk, default).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givesUp);
        Assert.False(waits.IsCompleted);
        first.Dispose();

        (await waits).Dispose();
    }

    [Fact]
    public async Task Leaving_twice_lets_one_in()
    {
        var first = await _gate.EnterAsync(WritePriority.Bulk, default);
        var second = _gate.EnterAsync(WritePriority.Bulk, default).AsTask();
        var third = _gate.EnterAsync(WritePriority.Bulk, default).AsTask();

        first.Dispose();
        first.Dispose();

        (await second).Dispose();
        (await third).Dispose();
    }
}
