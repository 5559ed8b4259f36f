using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Batches;

/// <summary>One batch: how it goes, its calls, its skipped rows and what happened to it.</summary>
public sealed partial class BatchPage
{
    private BatchTab _tab;
    private BatchSummary? _batch;
    private Notice? _notice;
    private IReadOnlyList<BatchPhase> _phases = [];
    private IReadOnlyList<TabLink> _tabs = [];

    [Inject] public required BatchQueries Batches { get; init; }

    [Inject] public required BatchLogQueries Logs { get; init; }

    [Inject] public required StandstillQueries Standstills { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Parameter] public string Id { get; set; } = "";

    [SupplyParameterFromQuery(Name = "tab")] public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? After { get; set; }

    protected override object Question => Id;

    protected override int? WatchedBatch => _batch?.Number;

    // What leads back from a call to the list it was opened from.
    private string LogsQuery => $"?batch={_batch!.Id}";

    protected override void OnParametersSet()
    {
        _tab = Enum.TryParse<BatchTab>(Tab, ignoreCase: true, out var tab) ? tab : BatchTab.Overview;
        _tabs = _batch is null ? [] : TabsOf(_batch);
    }

    protected override async Task ReadAsync()
    {
        var found = Guid.TryParse(Id, out var id) ? await Batches.GetAsync(new BatchId(id), Gone) : BatchErrors.NotFound(Id);
        if (!found.IsSuccess)
        {
            _batch = null;
            return;
        }

        var (before, batch) = (_batch, found.Value);
        if (before?.Id != batch.Id || before.Status != batch.Status)
            _phases = BatchPhases.Of(batch, await Logs.FirstTimesAsync(batch.Number, Gone));
        var standstill = batch.Counts.Waiting > 0 ? await Standstills.OfBatchAsync(batch.Number, Gone) : null;
        (_batch, _notice, _tabs) = (batch, BatchNotices.Of(batch, standstill), TabsOf(batch));
        if (before?.Id == batch.Id && before.Status != batch.Status)
            Announcer.Announce($"{batch.Name}: {batch.Status.Look().Word}.");
    }

    private string NextCalls(CallKey last) =>
        BatchAddress.Of(_batch!.Id, BatchTab.Calls, last.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private IReadOnlyList<TabLink> TabsOf(BatchSummary batch) =>
    [
        .. Enum.GetValues<BatchTab>().Select(tab => new TabLink(WordOf(tab, batch), BatchAddress.Of(batch.Id, tab), tab == _tab)),
    ];

    private static string WordOf(BatchTab tab, BatchSummary batch) =>
        tab == BatchTab.Skipped ? $"Skipped rows ({Counted.Number(batch.Counts.Skipped)})" : tab.ToString();
}
