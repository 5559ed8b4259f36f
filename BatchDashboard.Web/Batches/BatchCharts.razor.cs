using BatchDashboard.Core.Batches;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Batches;

/// <summary>The charts of a batch; they are counted at most every five seconds, and only while somebody looks.</summary>
public sealed partial class BatchCharts
{
    private const int MostBars = 60;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    private static readonly IReadOnlyList<ChartSeries> Outcomes =
    [
        .. EndedCalls.Outcomes.Select(outcome => CallGroup.All.Single(group => group.Statuses.Contains(outcome)))
            .Select(group => new ChartSeries(group.Word, group.Tone)),
    ];

    private static readonly IReadOnlyList<ChartSeries> Lengths = [new("Calls", Tone.Active)];

    private IReadOnlyList<ChartBar> _inTime = [];
    private IReadOnlyList<ChartBar> _durations = [];
    private string _title = "Calls per minute";
    private int? _shown;

    [Inject] public required BatchStatistics Statistics { get; init; }

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    protected override object Question => Batch.Number;

    protected override int? WatchedBatch => Batch.Number;

    protected override async Task ReadAsync()
    {
        // A page that is drawn for the first time does not wait for a million calls.
        if (!RendererInfo.IsInteractive || _shown == Batch.Counts.Settled)
            return;
        var calls = await Statistics.EndedCallsAsync(Batch.Number, Batch.Counts.Settled, Gone);
        if (calls.Settled == _shown)
            return;
        var (width, bars) = calls.InTime(MostBars);
        _shown = calls.Settled;
        _title = $"Calls per {ChartWords.Of(width)}";
        _inTime = ChartWords.Bars(bars, Browser.Clocks);
        _durations = calls.Durations.Any(count => count > 0) ? ChartWords.Bars(calls.Durations) : [];
    }

    // The page that it stands on hears of every change; this counts every few seconds.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) =>
        changes.Count == 0 ? base.FollowAsync(changes) : Task.CompletedTask;

    private string NoneBut(string known) => _shown is null ? "Counting…" : known;
}
