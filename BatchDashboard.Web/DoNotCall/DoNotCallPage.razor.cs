using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>The do-not-call list: is a number on it, which are, and the ways on and off.</summary>
public sealed partial class DoNotCallPage
{
    private const int PageSize = 50;
    private const int DaysShown = 30;

    private DoNotCallListQuery _query = DoNotCallListQuery.Empty;
    private IReadOnlyList<DoNotCallEntry> _entries = [];
    private DoNotCallAnswer? _answer;
    private string? _refusal;
    private string? _firstHref;
    private string? _nextHref;
    private DateTimeOffset _now;
    private int _total;
    private int _blockedCalls;
    private ElementReference _facts;
    private bool _focusFacts;
    private bool _speakAnswer;

    [Inject] public required DoNotCallQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "source")] public string? Source { get; set; }

    [SupplyParameterFromQuery(Name = "expired")] public string? Expired { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    [SupplyParameterFromQuery(Name = "number")] public string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "country")] public string? Country { get; set; }

    protected override object Question => _query;

    protected override void OnParametersSet() =>
        _query = DoNotCallListQuery.Read(Text, Source, Expired, After, Number, Country);

    protected override async Task ReadAsync()
    {
        _now = Time.GetUtcNow();
        _total = await Queries.CountAsync(Gone);
        _blockedCalls = await Queries.CountBlockedCallsAsync(DaysShown, Gone);
        var found = await Queries.ListAsync(_query.Filter, PageSize + 1, _query.After, Gone);
        _entries = [.. found.Take(PageSize)];
        _firstHref = _query.After is null ? null : _query.FirstPage.Href;
        _nextHref = found.Count > PageSize ? (_query with { After = DoNotCallPosition.Of(_entries[^1]) }).Href : null;
        await LookUpAsync();
    }

    // Batches change without changing the list.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!_focusFacts)
            return;
        _focusFacts = false;
        await _facts.FocusAsync();
    }

    private async Task LookUpAsync()
    {
        (_answer, _refusal) = (null, null);
        if (_query.Number is null)
            return;
        var answer = await Queries.LookUpAsync(_query.Number, _query.Country, Gone);
        if (answer.IsSuccess)
            _answer = answer.Value;
        else
            _refusal = answer.Error.Message;
        if (_speakAnswer)
            Announcer.Announce(_refusal ?? LookUpAnswer.Headline(_answer!));
        _speakAnswer = false;
    }

    private void Go(DoNotCallListQuery query) => Navigation.NavigateTo(query.Href);

    private Task AnswerAsync(DoNotCallListQuery query)
    {
        _speakAnswer = true;
        if (query == _query)
            return ReloadAsync();
        Go(query);
        return Task.CompletedTask;
    }

    private async Task AddAsync(PhoneNumber? number)
    {
        await AddNumbersDialog.ShowAsync(Dialogs, number);
        await ReloadAsync();
    }

    private async Task RemoveAsync(DoNotCallEntry entry)
    {
        if (!await RemoveNumberDialog.ShowAsync(Dialogs, entry))
            return;
        // The button that had the focus is gone with its row.
        _focusFacts = true;
        await ReloadAsync();
    }
}
