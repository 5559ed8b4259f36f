using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Reviews;

/// <summary>The calls of which nobody knows whether they were placed, and the decisions about them.</summary>
public sealed partial class ReviewPage
{
    private const int PageSize = 50;

    private ReviewListQuery _query = ReviewListQuery.Read(null, null);
    private IReadOnlyList<CallInDoubt> _calls = [];
    private IReadOnlyList<TabLink> _tabs = [];
    private string? _nextHref;
    private string? _said;
    private BatchId? _again;
    private ElementReference _saidPlace;
    private bool _focusSaid;

    [Inject] public required ReviewQueries Queries { get; init; }

    [Inject] public required CallDecisions Decisions { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [SupplyParameterFromQuery(Name = "view")] public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    protected override object Question => _query;

    protected override void OnParametersSet() => _query = ReviewListQuery.Read(View, After);

    protected override async Task ReadAsync()
    {
        var after = _query.After is { } key ? new CallKey(key) : (CallKey?)null;
        var found = await Queries.ListAsync(_query.Status, PageSize + 1, after, Gone);
        _calls = [.. found.Take(PageSize)];
        _nextHref = found.Count > PageSize
            ? (_query with { After = _calls[^1].Key.Value }).Href
            : null;
        _tabs =
        [
            _query.Tab(CallStatus.Review, "To decide", await Queries.CountAsync(CallStatus.Review, Gone)),
            _query.Tab(CallStatus.Uncertain, "Being looked for", await Queries.CountAsync(CallStatus.Uncertain, Gone)),
        ];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!_focusSaid)
            return;
        _focusSaid = false;
        await _saidPlace.FocusAsync();
    }

    private async Task WasCalledAsync(CallInDoubt call)
    {
        var decided = await Decisions.WasCalledAsync(call.Id, (await SignedIn).User.Identity!.Name!, Gone);
        await SayAsync(decided.IsSuccess ? $"{Describe(call)} is closed and is not dialled again. Its outcome stays unknown." : decided.Error.Message, null);
    }

    private async Task CallAgainAsync(CallInDoubt call)
    {
        if (await CallAgainDialog.ShowAsync(Dialogs, call) is not { } decided)
            return;
        await SayAsync(
            decided.IsSuccess ? $"{Describe(call)} is called again." : decided.Error.Message,
            decided.IsSuccess ? decided.Value : null);
    }

    /// <summary>The button that had the focus is gone with its row, so what came of it takes the focus, and is read out.</summary>
    private async Task SayAsync(string said, BatchId? again)
    {
        (_said, _again, _focusSaid) = (said, again, true);
        await ReloadAsync();
    }

    private static string Describe(CallInDoubt call) => string.Create(
        CultureInfo.InvariantCulture,
        $"{PhoneFormatting.International(new(call.ToNumber))}, row {call.Key.RowNumber} of “{call.BatchName}”,");
}
