using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Batches;

/// <summary>The rows of a batch that are not called, with where and why.</summary>
public sealed partial class SkippedRowsTab
{
    private const int PageSize = 50;

    private IReadOnlyList<SkippedCall> _rows = [];
    private bool _hasMore;

    [Inject] public required SkippedRowQueries SkippedRows { get; init; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    /// <summary>The row number behind which the page begins; null for the first page.</summary>
    [Parameter, EditorRequired] public required int? After { get; set; }

    protected override object Question => (Batch.Number, After);

    protected override int? WatchedBatch => Batch.Number;

    private string? FirstHref => After is null ? null : BatchAddress.Of(Batch.Id, BatchTab.Skipped);

    private string? NextHref => !_hasMore
        ? null
        : BatchAddress.Of(Batch.Id, BatchTab.Skipped, _rows[^1].RowNumber.ToString(CultureInfo.InvariantCulture));

    protected override async Task ReadAsync()
    {
        var found = await SkippedRows.ListAsync(Batch.Number, PageSize + 1, Math.Min(After ?? 0, CallKey.MaxRow), Gone);
        _hasMore = found.Count > PageSize;
        _rows = [.. found.Take(PageSize)];
    }
}
