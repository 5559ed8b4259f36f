using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>A live page of calls.</summary>
public sealed partial class CallList
{
    private List<CallSummary> _calls = [];
    private bool _hasMore;
    private string? _nextHref;

    [Inject] public required CallQueries Calls { get; init; }

    [Parameter, EditorRequired] public required CallFilter Filter { get; set; }

    /// <summary>What the calls are, for those who cannot see them.</summary>
    [Parameter, EditorRequired] public required string Caption { get; set; }

    /// <summary>The key behind which the page begins; null for the first page.</summary>
    [Parameter] public long? After { get; set; }

    /// <summary>In the order of the file; otherwise newest first.</summary>
    [Parameter] public bool Ascending { get; set; }

    [Parameter] public bool ShowBatch { get; set; } = true;

    [Parameter] public int PageSize { get; set; } = 50;

    /// <summary>The filters that calls carry along, so that they lead back here.</summary>
    [Parameter] public string? LinkQuery { get; set; }

    [Parameter] public string? FirstHref { get; set; }

    /// <summary>The address of the page behind a call; null where there is only one page.</summary>
    [Parameter] public Func<CallKey, string>? NextHref { get; set; }

    /// <summary>What stands there when no call matches.</summary>
    [Parameter] public RenderFragment? Empty { get; set; }

    protected override object Question => (Filter, After, Ascending, PageSize);

    protected override int? WatchedBatch => Filter.BatchNumber;

    protected override async Task ReadAsync()
    {
        var after = After is { } key ? new CallKey(key) : (CallKey?)null;
        var found = await Calls.ListAsync(Filter, PageSize + 1, after, skip: 0, Ascending, Gone);
        _hasMore = found.Count > PageSize;
        _calls = [.. found.Take(PageSize)];
        _nextHref = _hasMore ? NextHref?.Invoke(_calls[^1].Key) : null;
    }

    protected override async Task FollowAsync(IReadOnlyList<BatchChange> changes)
    {
        // Calls come to a page that is not full, and to and from one that is filtered by status.
        if (changes.Count == 0 || !_hasMore || Filter.Statuses.Count > 0 || BringsNewer(changes))
            await ReadAsync();
        else
            await PatchAsync(changes);
        StateHasChanged();
    }

    private bool BringsNewer(IReadOnlyList<BatchChange> changes) =>
        !Ascending && After is null && changes.Any(change => change.BatchNumber > _calls[0].Key.BatchNumber);

    /// <summary>Replaces the rows that changed and no others.</summary>
    private async Task PatchAsync(IReadOnlyList<BatchChange> changes)
    {
        List<CallKey> stale = [.. _calls.Where(call => IsStale(call, changes)).Select(call => call.Key)];
        if (stale.Count == 0)
            return;
        foreach (var current in await Calls.GetManyAsync(stale, Gone))
        {
            var index = _calls.FindIndex(call => call.Key == current.Key);
            if (index >= 0)
                _calls[index] = current;
        }
    }

    // A change that names no calls may be of any that is not final: a cancel goes over thousands at once.
    private static bool IsStale(CallSummary call, IReadOnlyList<BatchChange> changes) => changes.Any(change =>
        change.BatchNumber == call.Key.BatchNumber
        && (change.Calls.Contains(call.Key) || (change.Calls.Count == 0 && !call.Status.IsFinal())));
}
