using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Batches;

/// <summary>The calls of a batch that go on, up to twenty of them, at most once a second.</summary>
public sealed partial class LiveLane
{
    private const int Most = 20;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly LaneSlots _lane = new(Most);
    private bool _isStale;
    private bool _isHeld;

    [Inject] public required CallQueries Calls { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    /// <summary>The filter that calls carry along.</summary>
    [Parameter, EditorRequired] public required string LinkQuery { get; set; }

    protected override object Question => Batch.Number;

    protected override int? WatchedBatch => Batch.Number;

    private string? Sample => _lane.Slots.Count(call => call is not null) is var shown && shown < Batch.Counts.InFlight && shown == Most
        ? $"{shown} of {Counted.Number(Batch.Counts.InFlight)}"
        : null;

    protected override async Task ReadAsync()
    {
        _isStale = false;
        var current = await Calls.ListAsync(
            new CallFilter(Batch.Number, CallGroup.InProgress.Statuses), Most, null, skip: 0, ascending: true, Gone);
        _lane.Place(_isHeld ? [.. current, .. await EndedAsync(current)] : current);
    }

    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes)
    {
        if (changes.Count == 0)
            return base.FollowAsync(changes);
        _isStale = true;
        return Task.CompletedTask;
    }

    private Task RefreshAsync() => _isStale ? CatchUpAsync() : Task.CompletedTask;

    // What somebody points at, or has the focus on, stays there and tells how it ended.
    private void Hold() => _isHeld = true;

    private void Release() => (_isHeld, _isStale) = (false, true);

    private async Task<IReadOnlyList<CallSummary>> EndedAsync(IReadOnlyList<CallSummary> current)
    {
        var known = current.Select(call => call.Key).ToHashSet();
        List<CallKey> ended = [.. _lane.Slots.OfType<CallSummary>().Select(call => call.Key).Where(key => !known.Contains(key))];
        return ended.Count == 0 ? [] : await Calls.GetManyAsync(ended, Gone);
    }
}
