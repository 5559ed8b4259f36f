using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>The call log, of one batch or of all.</summary>
public sealed partial class CallsPage
{
    private CallListQuery _query = CallListQuery.Read(null, null, "", null);
    private BatchSummary? _batch;
    private CallFilter? _filter;
    private string _problem = "";
    private string? _advice;

    [Inject] public required BatchQueries Batches { get; init; }

    [Inject] public required PhoneGate Gate { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery(Name = "batch")] public string? Batch { get; set; }

    [SupplyParameterFromQuery(Name = "status")] public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "reason")] public string? Reason { get; set; }

    [SupplyParameterFromQuery(Name = "number")] public string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    protected override object Question => _query;

    protected override void OnParametersSet() => _query = CallListQuery.Read(Batch, Status, Number, After, Reason);

    protected override async Task ReadAsync()
    {
        (_batch, _filter, _problem, _advice) = (null, null, "", null);
        if (_query.Batch is not null && !await FindBatchAsync(_query.Batch))
        {
            (_problem, _advice) = ("There is no such batch", "Its id may be cut off. Copy it again from the list of batches, or clear the filter.");
            return;
        }

        _filter = _query.FilterOf(_batch?.Number, Gate);
        if (_filter is null)
            (_problem, _advice) = ("This is no whole phone number", "Write it as it is dialled, best with its country code, such as +1 212 555 0123.");
    }

    // The list follows the feed by itself; a batch keeps its name.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    private async Task<bool> FindBatchAsync(string id)
    {
        if (!Guid.TryParse(id, out var known))
            return false;
        var found = await Batches.GetAsync(new BatchId(known), Gone);
        _batch = found.IsSuccess ? found.Value : null;
        return found.IsSuccess;
    }

    private void ChooseStatus(ChangeEventArgs change) =>
        Navigation.NavigateTo((_query.FirstPage with { Group = CallGroup.Find((string?)change.Value), Reason = null }).Href);

    private void SearchNumber(string number) => Navigation.NavigateTo((_query.FirstPage with { Number = number }).Href);
}
