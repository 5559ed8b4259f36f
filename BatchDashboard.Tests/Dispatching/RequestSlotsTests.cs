using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>How many requests may wait for their answers.</summary>
public sealed class RequestSlotsTests
{
    [Fact]
    public async Task Whoever_asks_gets_what_is_free_and_waits_when_nothing_is()
    {
        using var slots = new RequestSlots(3);
        Assert.Equal(2, await slots.TakeAsync(2, default));
        Assert.Equal(1, await slots.TakeAsync(2, default));

        var waiting = slots.TakeAsync(2, default);
        Assert.False(waiting.IsCompleted);

        slots.Return(1);
        Assert.Equal(1, await waiting);
    }

    [Fact]
    public async Task Whoever_holds_some_takes_what_has_come_free_without_waiting()
    {
        using var slots = new RequestSlots(3);
        await slots.TakeAsync(2, default);

        Assert.Equal(1, slots.TakeFree(5));
        Assert.Equal(0, slots.TakeFree(5));
    }

    [Fact]
    public async Task A_request_gives_its_slot_back_however_it_ends()
    {
        using var slots = new RequestSlots(1);
        await slots.TakeAsync(1, default);

        await Assert.ThrowsAsync<TimeoutException>(() => slots.HoldAsync(Task.FromException(new TimeoutException())));

        Assert.True(slots.TakeAsync(1, default).IsCompletedSuccessfully);
    }
}
