using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Shows the rows of a filter and takes the operator's changes.</summary>
public sealed partial class ReviewGrid : IAsyncDisposable
{
    /// <summary>Browsers draw nothing beyond some 17 million pixels; longer lists are shown in parts.</summary>
    private const int MostAtOnce = 400_000;

    private ElementReference _scroller;
    private ElementReference _editor;
    private Virtualize<GridRow>? _rows;
    private IJSObjectReference? _module;
    private IJSObjectReference? _grid;
    private DotNetObjectReference<ReviewGrid>? _self;
    private IReadOnlyList<(int Index, string Header)> _columns = [];
    private ReviewFilter? _shown;
    private int _shownVersion;
    private int _total;
    private int _start;
    private int? _goTo;
    private string? _refusal;

    [Parameter, EditorRequired] public required ReviewCounts Counts { get; set; }

    [Parameter, EditorRequired] public required ReviewFilter Filter { get; set; }

    /// <summary>Goes up when the rows are others.</summary>
    [Parameter, EditorRequired] public int Version { get; set; }

    [Parameter, EditorRequired] public EventCallback<ReviewFilter> OnFilter { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    [Inject] public required DraftReview Reviews { get; init; }

    [Inject] public required DraftEdits Edits { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    private int Shown => Math.Min(_total - _start, MostAtOnce);

    private string Title => Filter switch
    {
        { Code: { } code } => CallReasons.Of(code).Words,
        { Kind: null } => "All rows",
        _ => $"Rows {ReviewWords.Of(Filter.Kind)}",
    };

    protected override async Task OnParametersSetAsync()
    {
        _columns =
        [
            .. Draft.Columns!.Index().Where(column => column.Item.Use != ColumnUse.Ignore)
                .OrderBy(column => column.Item.Use != ColumnUse.PhoneNumber)
                .Select(column => (column.Index, VisibleText.Of(Draft.Source!.Headers[column.Index]))),
        ];
        if (_shown == Filter && _shownVersion == Version)
            return;
        var isOther = _shown != Filter;
        (_shown, _shownVersion, _total) = (Filter, Version, Counts.Of(Filter));
        if (isOther || _start >= _total)
            _start = 0;
        if (_rows is not null)
            await _rows.RefreshDataAsync();
        if (isOther && _grid is not null)
            await _grid.InvokeVoidAsync("goTo", 0);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["review-grid.js"]}");
        _grid = await _module.InvokeAsync<IJSObjectReference>("attachGrid", _scroller, _editor, _self);
    }

    /// <summary>From the browser: the whole text of a cell that is shown cut, or not as it stands.</summary>
    [JSInvokable]
    public async Task<string> ReadCellAsync(int rowNumber, int column) =>
        await Reviews.RowAsync(Draft, rowNumber, CancellationToken.None) is { } row ? new GridRow(0, row).CellAt(column) : "";

    /// <summary>From the browser: a cell was given another text.</summary>
    /// <returns>The row is still among those that are shown; null when the text was refused.</returns>
    [JSInvokable]
    public async Task<bool?> SaveAsync(int rowNumber, int column, string value)
    {
        var saved = await Edits.ChangeCellAsync(Draft, rowNumber, column, value, CancellationToken.None);
        _refusal = saved.IsSuccess ? null : saved.Error.Message;
        if (!saved.IsSuccess)
        {
            StateHasChanged();
            return null;
        }

        await OnChanged.InvokeAsync();
        if (!Reviews.IsUpToDate(Draft) || await Reviews.RowAsync(Draft, rowNumber, CancellationToken.None) is not { } row)
            return true;
        Announcer.Announce($"Row {rowNumber}: {(row.Kind == ReviewKind.Ready ? $"ready, called as {row.E164}" : row.Message)}");
        return Filter is { Code: { } code } ? row.Code == code : Filter.Kind is null || Filter.Kind == row.Kind;
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _grid.LetGoAsync("detach");
        await _module.LetGoAsync();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _self?.Dispose();
    }

    private async ValueTask<ItemsProviderResult<GridRow>> ReadAsync(ItemsProviderRequest request)
    {
        var count = Math.Min(request.Count, Shown - request.StartIndex);
        var rows = count <= 0
            ? []
            : await Reviews.RowsAsync(Draft, Filter, _start + request.StartIndex, count, request.CancellationToken);
        return new([.. rows.Select((row, index) => new GridRow(request.StartIndex + index, row))], Shown);
    }

    private async Task ShowPartAsync(int start)
    {
        _start = Math.Clamp(start, 0, (_total - 1) / MostAtOnce * MostAtOnce);
        await _rows!.RefreshDataAsync();
        await GoToPositionAsync(0);
    }

    private async Task GoToAsync()
    {
        if (_goTo is not { } rowNumber || _total == 0)
            return;
        var position = Math.Min(await Reviews.PositionAsync(Draft, Filter, rowNumber, CancellationToken.None), _total - 1);
        if (position / MostAtOnce * MostAtOnce != _start)
            await ShowPartAsync(position / MostAtOnce * MostAtOnce);
        await GoToPositionAsync(position - _start);
    }

    private async Task GoToPositionAsync(int position)
    {
        StateHasChanged();
        if (_grid is not null)
            await _grid.InvokeVoidAsync("goTo", position);
    }
}
