using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The one list of what a draft still needs: the wizard shows it step by step, the launch refuses by it.</summary>
public static class DraftChecks
{
    public const int MaxNameLength = 60;
    public const int MaxPromptLength = 20_000;

    /// <summary>The longest time back in which a call of a number is looked for.</summary>
    public const int MostDays = 3_650;

    /// <summary>Where it is settled that no column is the phone number.</summary>
    public const string NoPhoneField = "phone-column";

    /// <summary>The name of the field of a column, by its position from 0.</summary>
    public static string ColumnField(int column) => string.Create(CultureInfo.InvariantCulture, $"column-{column}");

    /// <summary>How a column is called in sentences, also when its header is blank.</summary>
    public static string ColumnName(IReadOnlyList<string> headers, int column) => string.IsNullOrWhiteSpace(headers[column])
        ? string.Create(CultureInfo.InvariantCulture, $"Column {column + 1} (no name)")
        : headers[column];

    /// <summary>In the order of the steps.</summary>
    public static IReadOnlyList<DraftProblem> Of(BatchDraft draft, DateTimeOffset now) =>
        draft is { Source: { } source, Columns: { } columns }
            ? [.. Mapping(new ColumnMapping(source.Headers, columns)), .. Numbers(draft), .. Review(draft), .. Prompt(draft), .. Launch(draft, now)]
            : [new(DraftStep.Recipients, "file", DraftErrors.NoFile(), IsMissing: true), .. Prompt(draft), .. Launch(draft, now)];

    /// <summary>What is wrong with settings as they were typed; the field is the setting.</summary>
    public static IEnumerable<Error> SettingProblems(JsonObject settings)
    {
        if (TypedSettings.Text(settings, "task").Length is > MaxPromptLength and var length)
            yield return DraftErrors.PromptTooLong(length) with { Field = "task" };
        foreach (var (name, value) in settings)
            if (CallSettingCatalog.Validate(name, value, CallSettingCatalog.Find(name)?.Label ?? name) is { IsSuccess: false } refused)
                yield return refused.Error with { Field = name };
    }

    private static IEnumerable<DraftProblem> Numbers(BatchDraft draft)
    {
        if (draft.SkipCalledWithinDays is { } days and (< 1 or > MostDays))
            yield return new(DraftStep.Map, "called_within", DraftErrors.DaysOutOfRange());
    }

    private static IEnumerable<DraftProblem> Mapping(ColumnMapping mapping) =>
        mapping.FindProblems().Select(problem => problem.Columns switch
        {
            [] => new DraftProblem(DraftStep.Map, NoPhoneField, problem.Error),
            [var column] => new DraftProblem(DraftStep.Map, ColumnField(column), problem.Error),
            var columns => new DraftProblem(
                DraftStep.Map,
                ColumnField(columns[^1]),
                DraftErrors.UsedTwice(mapping.Targets[columns[^1]], [.. columns.Select(index => ColumnName(mapping.Headers, index))]))
            {
                AlsoAt = [.. columns.SkipLast(1).Select(ColumnField)],
            },
        });

    private static IEnumerable<DraftProblem> Review(BatchDraft draft)
    {
        if (draft.Report is null)
            yield return new(DraftStep.Review, "report", DraftErrors.NotReviewed(), IsMissing: true);
        else if (!draft.IsReviewed)
            yield return new(DraftStep.Review, "report", DraftErrors.OutOfDate(), IsMissing: true);
        else if (draft.Report.Ready == 0)
            yield return new(DraftStep.Review, "report", DraftErrors.NobodyReady());
        else if (draft.StopOnErrors && draft.Report.Errors() is > 0 and var errors)
            yield return new(DraftStep.Review, "report", DraftErrors.RowsWithErrors(errors));
    }

    private static IEnumerable<DraftProblem> Prompt(BatchDraft draft)
    {
        if (!HasText(draft, "task") && !HasText(draft, "pathway_id") && !HasText(draft, "persona_id"))
            yield return new(
                DraftStep.Prompt, draft.HasPathway ? "pathway_id" : "task",
                DraftErrors.NoPrompt(), IsMissing: true);
        foreach (var unknown in DraftPrompt.Of(draft).Unknown.Where(unknown => !draft.SentAsIs.Contains(unknown.Name)))
            yield return new(DraftStep.Prompt, unknown.Setting, DraftErrors.UnknownVariable(unknown));
        foreach (var error in SettingProblems(draft.Settings))
            yield return new(DraftStep.Prompt, error.Field!, error);
    }

    private static IEnumerable<DraftProblem> Launch(BatchDraft draft, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(draft.Name))
            yield return new(DraftStep.Launch, "name", DraftErrors.NoName(), IsMissing: true);
        else if (draft.Name.Length > MaxNameLength)
            yield return new(DraftStep.Launch, "name", DraftErrors.NameTooLong(draft.Name.Length));
        if (draft.StartTime == BatchDraft.TimeToBeChosen)
            yield return new(DraftStep.Launch, "start_time", DraftErrors.NoStartTime());
        else if (draft.StartTime <= now)
            yield return new(DraftStep.Launch, "start_time", DraftErrors.StartTimeHasPassed());
        foreach (var error in draft.Limits.Problems())
            yield return new(DraftStep.Launch, error.Field!, error);
        foreach (var error in CallingRulesText.Read(draft.CallingHours, draft.BlackoutDates, draft.FallbackZone).Errors)
            yield return new(DraftStep.Launch, error.Field!, error);
        if (!string.IsNullOrWhiteSpace(draft.StatusWebhook)
            && CallSettingCatalog.Validate("webhook", draft.StatusWebhook.Trim(), "Status webhook") is { IsSuccess: false } refused)
            yield return new(DraftStep.Launch, "status_webhook", refused.Error);
    }

    private static bool HasText(BatchDraft draft, string setting) =>
        !string.IsNullOrWhiteSpace(draft.TextOf(setting))
        || draft.Columns?.Any(column => column.Use == ColumnUse.Setting && column.Name == setting) == true;
}
