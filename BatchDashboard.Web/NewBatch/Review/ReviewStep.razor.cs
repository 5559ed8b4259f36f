using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Keeps together what the parts of the review step show: which rows, how many of each kind, and the last steps.</summary>
public sealed partial class ReviewStep
{
    private ElementReference _called;
    private ReviewCounts _counts = new([]);
    private ReviewFilter _filter = new();
    private IReadOnlyList<DraftEditStep> _steps = [];
    private string? _refusal;
    private int _version;

    [Inject] public required DraftReview Reviews { get; init; }

    [Inject] public required DraftEdits Edits { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    private void FilterBy(ReviewFilter filter) => _filter = filter;

    /// <summary>The rows are others than before; RowCheck sees by itself when all must be read again.</summary>
    private async Task RefreshAsync()
    {
        await Editor.ReloadAsync();
        _counts = await Reviews.CountsAsync(Draft, CancellationToken.None);
        _steps = await Edits.ListAsync(Draft.Id, take: 1, CancellationToken.None);
        // A problem that was settled has no rows left to look at.
        if (_filter.Code is not null && _counts.Of(_filter) == 0)
            _filter = new ReviewFilter();
        _version++;
        StateHasChanged();
    }

    private async Task RepairedAsync()
    {
        await RefreshAsync();
        await _called.FocusAsync();
    }

    private async Task UndoAsync()
    {
        if (_steps is not [var latest, ..])
            return;
        var undone = await Edits.UndoAsync(Draft.Id, Draft.Owner, CancellationToken.None);
        _refusal = undone.IsSuccess ? null : undone.Error.Message;
        if (undone.IsSuccess)
            Announcer.Announce($"Undone: {latest.Words}.");
        await RefreshAsync();
    }
}
