using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Why something cannot be done with a draft.</summary>
public static class DraftErrors
{
    public const string NotFoundCode = "draft_not_found";
    public const string AlreadyLaunchedCode = "already_launched";
    public const string ChangedElsewhereCode = "changed_elsewhere";

    public static Error NotFound() =>
        new(NotFoundCode, "This draft does not exist any more, or it belongs to somebody else. Start a new batch.");

    public static Error AlreadyLaunched(BatchId batch) =>
        new(AlreadyLaunchedCode, "This batch was launched already; it will not be launched twice.", batch.ToString());

    public static Error ChangedElsewhere() =>
        new(ChangedElsewhereCode, "This draft was changed in another tab. Look at it again before you launch.");

    public static Error NoFile() => new("no_file", "Upload a file with recipients first.", "recipients");

    public static Error UsedTwice(ColumnTarget target, IReadOnlyList<string> columns) => new(
        MappingErrors.UsedTwiceCode,
        $"{string.Join(", ", columns.SkipLast(1).Select(Quote))} and {Quote(columns[^1])} are {(columns.Count == 2 ? "both" : "all")} " +
        $"used as {TargetWords.Of(target)}. Keep it at one of them.",
        "map");

    public static Error NoPrompt() =>
        new("no_prompt", "Write a prompt, or enter the id of a pathway: the agent must know what to say.", "prompt");

    public static Error PromptTooLong(int length) => new(
        "prompt_too_long",
        $"The prompt has {Number(length)} characters, and at most {Number(DraftChecks.MaxPromptLength)} can be used. Shorten it.",
        "prompt");

    public static Error NobodyReady() =>
        new("no_valid_recipients", "None of the rows can be called. See the review step for the reasons.", "review");

    public static Error NotReviewed() =>
        new("not_reviewed", "The file has not been checked under this mapping yet. Open the review step once.", "review");

    public static Error NoName() => new("no_name", "Give the batch a name, by which you find it again.", "launch");

    public static Error NameTooLong(int length) => new(
        "name_too_long",
        $"The name has {Number(length)} characters, and at most {Number(DraftChecks.MaxNameLength)} can be used. Shorten it.",
        "launch");

    public static Error NoStartTime() =>
        new("no_start_time", "Enter the day and the time at which the calls start, or choose Now.", "launch");

    public static Error StartTimeHasPassed() =>
        new("start_time_passed", "This time has passed. Enter a later one, or choose Now.", "launch");

    public static Error LimitTooLow(string limit) => new(
        "limit_too_low",
        limit == "max_concurrent"
            ? "At least one call at once is needed. Leave the field empty for no limit of this batch's own."
            : "Calls per second must be more than 0. Leave the field empty for no limit of this batch's own.",
        "launch");

    private static string Quote(string column) => $"“{column}”";

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
