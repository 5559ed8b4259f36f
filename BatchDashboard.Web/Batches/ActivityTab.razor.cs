using BatchDashboard.Core.Batches;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Batches;

/// <summary>What happened to a batch, and who did it.</summary>
public sealed partial class ActivityTab
{
    private const int PageSize = 50;

    private IReadOnlyList<ActivityEntry> _entries = [];
    private bool _hasMore;

    [Inject] public required BatchLogQueries Logs { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    /// <summary>The number of the entry before which the page begins; null for the newest.</summary>
    [Parameter, EditorRequired] public required long? Before { get; set; }

    protected override object Question => (Batch.Number, Before);

    protected override int? WatchedBatch => Batch.Number;

    private string? FirstHref => Before is null ? null : BatchAddress.Of(Batch.Id, BatchTab.Activity);

    private string? NextHref => _hasMore ? BatchAddress.Of(Batch.Id, BatchTab.Activity, _entries[^1].Id["log-".Length..]) : null;

    protected override async Task ReadAsync()
    {
        var found = await Logs.ListOwnAsync(Batch.Number, PageSize + 1, Before, Gone);
        _hasMore = found.Count > PageSize;
        _entries = [.. found.Take(PageSize).Select(ActivityEntry.Of)];
    }

    // Only the newest page can get more of them.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) =>
        Before is not null ? Task.CompletedTask : base.FollowAsync(changes);
}
