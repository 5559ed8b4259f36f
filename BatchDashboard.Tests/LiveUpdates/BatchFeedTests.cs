using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.LiveUpdates;

public sealed class BatchFeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly BatchFeed _feed;
    private readonly List<IReadOnlyList<BatchChange>> _heard = [];

    public BatchFeedTests() => _feed = new BatchFeed(_time, NullLogger<BatchFeed>.Instance);

    [Fact]
    public async Task A_first_change_is_passed_on_at_once_and_the_next_ones_together()
    {
        using var subscription = _feed.Subscribe(null, HearAsync);

        _feed.Publish(new BatchChange(1, [new CallKey(1, 1)]));
        await HeardAsync(1);
        for (var row = 2; row <= 100; row++)
            _feed.Publish(new BatchChange(1, [new CallKey(1, row)]));
        _feed.Publish(BatchChange.Of(2));
        await AdvanceUntilHeardAsync(2);

        Assert.Equal([1, 2], _heard[1].Select(change => change.BatchNumber).Order());
        Assert.Equal(99, _heard[1].Single(change => change.BatchNumber == 1).Calls.Count);
    }

    [Fact]
    public async Task It_calls_back_at_most_four_times_a_second()
    {
        using var subscription = _feed.Subscribe(1, HearAsync);
        var end = _time.GetUtcNow().AddSeconds(1);
        while (_time.GetUtcNow() < end)
        {
            _feed.Publish(BatchChange.Of(1));
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await HeardAsync(1);
        Assert.InRange(_heard.Count, 1, 5);
    }

    [Fact]
    public async Task Its_listeners_end_with_the_host_before_what_they_read_from_is_gone()
    {
        var told = new TaskCompletionSource<CancellationToken>();
        using var subscription = _feed.Subscribe(1, (_, ended) =>
        {
            told.SetResult(ended);
            return Task.CompletedTask;
        });
        _feed.Publish(BatchChange.Of(1));
        var ended = await told.Task.WaitAsync(Patience);
        Assert.False(ended.IsCancellationRequested);

        await _feed.StopAsync(default);

        Assert.True(ended.IsCancellationRequested);
    }

    [Fact]
    public async Task Other_batches_and_ended_subscriptions_hear_nothing()
    {
        var ended = _feed.Subscribe(null, (_, _) => throw new InvalidOperationException("It was ended."));
        ended.Dispose();
        using var subscription = _feed.Subscribe(7, HearAsync);

        _feed.Publish(BatchChange.Of(1));
        _feed.Publish(BatchChange.Of(7));
        await HeardAsync(1);

        Assert.Equal(7, Assert.Single(Assert.Single(_heard)).BatchNumber);
    }

    [Fact]
    public async Task A_listener_that_fails_hears_the_next_change()
    {
        var calls = 0;
        using var subscription = _feed.Subscribe(null, (_, _) =>
        {
            Interlocked.Increment(ref calls);
            throw new InvalidOperationException("broken");
        });

        _feed.Publish(BatchChange.Of(1));
        await Eventually.TrueAsync(() => Volatile.Read(ref calls) == 1, Patience, "the first change");
        _feed.Publish(BatchChange.Of(1));
        await Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(250));
                return Volatile.Read(ref calls) == 2;
            },
            Patience,
            "the second change");
    }

    [Fact]
    public async Task That_any_call_may_have_changed_is_not_forgotten_beside_one_that_is_named()
    {
        using var subscription = _feed.Subscribe(null, HearAsync);

        _feed.Publish(BatchChange.Of(3));
        await HeardAsync(1);
        _feed.Publish(BatchChange.OfAll(3));
        _feed.Publish(new BatchChange(3, [new CallKey(3, 5)]));
        await AdvanceUntilHeardAsync(2);

        var change = Assert.Single(_heard[1]);
        Assert.True(change.MayTouch(new CallKey(3, 5)));
        Assert.True(change.MayTouch(new CallKey(3, 9)));
        Assert.False(change.MayTouch(new CallKey(4, 5)));
        Assert.False(Assert.Single(_heard[0]).MayTouch(new CallKey(3, 5)));
    }

    private Task HearAsync(IReadOnlyList<BatchChange> changes, CancellationToken ended)
    {
        lock (_heard)
            _heard.Add(changes);
        return Task.CompletedTask;
    }

    private Task HeardAsync(int count) => Eventually.TrueAsync(() => Count() >= count, Patience, () => $"{count} call-backs");

    private Task AdvanceUntilHeardAsync(int count) => Eventually.TrueAsync(
        () =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(250));
            return Count() >= count;
        },
        Patience,
        () => $"{count} call-backs");

    private int Count()
    {
        lock (_heard)
            return _heard.Count;
    }
}
