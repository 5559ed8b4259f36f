using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>A live page of calls.</summary>
public sealed partial class CallList
{
    private List<CallSummary> _calls = [];
    private bool _hasMore;
    private CallKey? _searchedTo;
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

    private string Searched =>
        $"{(_calls.Count == 0 ? "None of the" : "These are all that match of the")} {Counted.Number(CallQueries.MostSearched)} calls that this page has looked at; " +
        "there are more behind them. Search on, or narrow the filters: a number, a status, the days or a batch leave fewer to look at.";

    protected override object Question => (Filter, After, Ascending, PageSize);

    protected override int? WatchedBatch => Filter.BatchNumber;

    protected override async Task ReadAsync()
    {
        var after = After is { } key ? new CallKey(key) : (CallKey?)null;
        var (found, searchedTo) = await Calls.SearchAsync(Filter, PageSize + 1, after, Ascending, Gone);
        // Rows that are as they were keep their instance, so that they are not rendered again.
        var known = _calls.ToDictionary(call => call.Key);
        _hasMore = found.Count > PageSize;
        _searchedTo = _hasMore ? null : searchedTo;
        _calls = [.. found.Take(PageSize).Select(call => known.TryGetValue(call.Key, out var same) && same == call ? same : call)];
        _nextHref = (_hasMore ? _calls[^1].Key : _searchedTo) is { } last ? NextHref?.Invoke(last) : null;
    }

    protected override async Task FollowAsync(IReadOnlyList<BatchChange> changes)
    {
        if (changes.Count == 0 || _calls.Count == 0 || Filter.Statuses.Count > 0 || Filter.IsSearched || MayBringOthers(changes))
            await ReadAsync();
        else
            await PatchAsync(changes);
        StateHasChanged();
    }

    // A file that is being read fills the page up; a new batch comes first where the newest stand first.
    private bool MayBringOthers(IReadOnlyList<BatchChange> changes) => changes.Any(change =>
        (change.AnyCall && !_hasMore) || (!Ascending && After is null && change.BatchNumber > _calls[0].Key.BatchNumber));

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

    private static bool IsStale(CallSummary call, IReadOnlyList<BatchChange> changes) =>
        changes.Any(change => change.MayTouch(call.Key));
}
