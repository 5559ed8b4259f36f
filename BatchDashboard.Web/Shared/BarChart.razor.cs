using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Shared;

/// <summary>A chart of plain elements; it renders again only when its bars are others.</summary>
public sealed partial class BarChart
{
    /// <summary>With more bars than that, only the first and the last have a label.</summary>
    private const int MostLabels = 8;

    private IReadOnlyList<ChartBar>? _rendered;
    private IReadOnlyList<string> _looks = [];
    private IReadOnlyList<string> _labels = [];
    private int _most;
    private string _description = "";

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>What the bars are told apart by.</summary>
    [Parameter, EditorRequired] public required string LabelWord { get; set; }

    /// <summary>From the foot of a bar to its top.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<ChartSeries> Series { get; set; }

    /// <summary>Another list when there is anything new.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<ChartBar> Bars { get; set; }

    /// <summary>What stands there when there are no bars.</summary>
    [Parameter, EditorRequired] public required string None { get; set; }

    protected override void OnParametersSet()
    {
        if (Bars.Count == 0 || ReferenceEquals(_rendered, Bars))
            return;
        _looks = PartLooks.Of([.. Series.Select(series => series.Tone)]);
        _most = Math.Max(1, Bars.Max(bar => bar.Total));
        _labels = Bars.Count <= MostLabels ? [.. Bars.Select(bar => bar.Label)] : [Bars[0].Label, Bars[^1].Label];
        var highest = Bars.First(bar => bar.Total == Bars.Max(other => other.Total));
        _description = $"{Title}: {Counted.Of(Bars.Count, "bar")} from {Bars[0].Label} to {Bars[^1].Label}, "
            + $"the highest {Counted.Number(highest.Total)} ({highest.Label}). All counts are in the table below.";
    }

    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Bars);

    protected override void OnAfterRender(bool firstRender) => _rendered = Bars;
}
