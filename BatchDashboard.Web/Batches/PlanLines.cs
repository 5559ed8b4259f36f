using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Web.NewBatch.Recipients;
using BatchDashboard.Web.Settings;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>What was decided about a batch, in lines for people.</summary>
internal static class PlanLines
{
    private const string Installation = "only this installation's";

    public static IReadOnlyList<SettingLine> Calls(BatchSummary batch) =>
        [new("Provider", ProviderWords.Of(batch.Provider).Title), .. SettingLine.Of(batch.Plan.Settings)];

    public static IReadOnlyList<SettingLine> Recipients(BatchPlan plan)
    {
        var lines = new List<SettingLine> { new("From", SourceOf(plan)) };
        if (plan.Format is { } format)
            lines.Add(new("Read as", string.Join(", ", FormatChoices.Words(format))));
        if (plan.Layout is { } layout)
        {
            lines.AddRange(layout.Headers.Zip(layout.Columns)
                .Select(column => new SettingLine($"Column {VisibleText.Of(column.First)}", TargetWords.Of(column.Second))));
        }

        lines.Add(new("Numbers without a country code", $"are of {Countries.NameOf(plan.Rules.Phone.DefaultCountry)}"));
        lines.Add(new("A number that stands there twice", plan.Rules.CallDuplicates ? "is called twice" : "is called once"));
        if (plan.Rules.SkipCalledWithinDays is { } days)
            lines.Add(new("Skipped", $"numbers called in the {Counted.Of(days, "day")} before"));
        if (plan.EditedIn is not null)
            lines.Add(new("Changed", "Rows were corrected before the launch."));
        return lines;
    }

    public static IReadOnlyList<SettingLine> Hours(BatchPlan plan, Clocks clocks) =>
    [
        new("Start", plan.StartTime is { } start ? clocks.Exact(start) : "at once"),
        new("Calling hours", plan.Calling.Hours ?? Installation),
        new("Days without calls", string.Join(", ", plan.Calling.BlackoutDates.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).DefaultIfEmpty("none"))),
        new("Where nothing tells the time zone", plan.Calling.FallbackZone ?? "the call is held"),
    ];

    /// <summary>Those of now: limits can be changed while a batch runs.</summary>
    public static IReadOnlyList<SettingLine> Limits(BatchLimits limits) =>
    [
        new("Calls at once", limits.MaxConcurrent is { } most ? Counted.Number(most) : Installation),
        new("Calls started per second", limits.MaxCallsPerSecond?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? Installation),
        new("Grows to these limits", limits.RampUpSeconds == 0 ? "at once" : $"within {SpanText.Clock(TimeSpan.FromSeconds(limits.RampUpSeconds))}"),
        new("Priority", limits.Priority.ToString(CultureInfo.InvariantCulture)),
    ];

    private static string SourceOf(BatchPlan plan) => plan switch
    {
        { Repeats: not null } => "a call of another batch",
        { SourceName: { } name } => VisibleText.Of(name),
        { Source: BatchSource.Csv } => "a file",
        _ => "the API",
    };
}
