using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BatchDashboard.Web.Calls;

/// <summary>The call log, of one batch or of all.</summary>
public sealed partial class CallsPage
{
    private CallListQuery _query = new();
    private IReadOnlyList<CallFilterChip> _chips = [];
    private IReadOnlyList<string> _variables = [];
    private BatchSummary? _batch;
    private CallFilter? _filter;
    private string _problem = "";
    private string? _advice;

    [Inject] public required BatchQueries Batches { get; init; }

    [Inject] public required PhoneGate Gate { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    protected override object Question => _query.Href;

    protected override void OnInitialized() => Navigation.LocationChanged += OnMoved;

    // From the address, because variables have names that no parameter could.
    protected override void OnParametersSet() => _query = CallListQuery.Of(new Uri(Navigation.Uri).Query);

    protected override async Task ReadAsync()
    {
        (_batch, _filter, _problem, _advice) = (null, null, "", null);
        var isKnown = _query.Batch is null || await FindBatchAsync(_query.Batch);
        _chips = CallFilterChip.Of(_query, _batch);
        _variables = [.. (_batch?.Plan.Layout?.Columns ?? []).Where(column => column.Use == ColumnUse.RequestData).Select(column => column.Name!).Distinct()];
        _filter = isKnown ? _query.FilterOf(_batch?.Number, Gate) : null;
        (_problem, _advice) = (isKnown, _query) switch
        {
            (false, _) => ("There is no such batch", "Its id may be cut off. Copy it again from the list of batches, or clear the filter."),
            (_, { Batch: null, Variables.Count: > 0 }) =>
                ("Variables are searched within one batch", "Each batch has variables of its own. Open the calls of a batch, and filter them there."),
            _ => ("This is no whole phone number", "Write it as it is dialled, best with its country code, such as +1 212 555 0123."),
        };
    }

    // The list follows the feed by itself; a batch keeps its name.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnMoved;
        base.Dispose(disposing);
    }

    private async Task<bool> FindBatchAsync(string id)
    {
        if (!Guid.TryParse(id, out var known))
            return false;
        var found = await Batches.GetAsync(new BatchId(known), Gone);
        _batch = found.IsSuccess ? found.Value : null;
        return found.IsSuccess;
    }

    private void Show(CallListQuery query) => Navigation.NavigateTo(query.Href);

    private void OnMoved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath != "/calls")
            return;
        _ = InvokeAsync(async () =>
        {
            try
            {
                await SetParametersAsync(ParameterView.Empty);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Nobody awaits an event: the error boundary must hear of it.
                await DispatchExceptionAsync(exception);
            }
        });
    }
}
