using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Mapping;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Why something cannot be done with a draft.</summary>
public static class DraftErrors
{
    public const string NotFoundCode = "draft_not_found";
    public const string AlreadyLaunchedCode = "already_launched";
    public const string ChangedElsewhereCode = "changed_elsewhere";

    public const string NumbersChangedCode = "numbers_changed";

    public static Error NotFound() =>
        new(NotFoundCode, "This draft does not exist any more, or it belongs to somebody else. Start a new batch.");

    public static Error AlreadyLaunched(BatchId batch) =>
        new(AlreadyLaunchedCode, "This batch was launched already; it will not be launched twice.", batch.ToString());

    public static Error ChangedElsewhere() =>
        new(ChangedElsewhereCode, "This draft was changed in another tab. Look at it again before you launch.");

    public static Error NumbersChanged() => new(
        NumbersChangedCode,
        "Numbers of this file came onto the do-not-call list, off it, or were called since its rows were checked. " +
        "They are checked again: look at the counts before you launch.",
        "review");

    public static Error OtherFile() => new(
        "other_file", "The draft has another file, or reads it in another way, since its rows were shown. Look at them again.");

    public static Error DaysOutOfRange() => new(
        "days_out_of_range", $"Enter between 1 and {DraftChecks.MostDays} days, or leave the field empty.", "called_within");

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

    public static Error UnknownVariable(UnknownVariable unknown) => new(
        "unknown_variable",
        $"{{{{{unknown.Name}}}}} is not a column of your file, so no call has a value for it." +
        (unknown.Nearest is { } near ? $" Did you mean {{{{{near}}}}}?" : " Correct it, or say that it is sent as it is."),
        "prompt");

    public static Error NobodyReady() =>
        new("no_valid_recipients", "None of the rows can be called. See the review step for the reasons.", "review");

    public static Error NotReviewed() =>
        new("not_reviewed", "The file has not been checked under this mapping yet. Open the review step once.", "review");

    public static Error OutOfDate() => new(
        "not_reviewed", "Something changed since the rows were checked. They have to be checked again.", "review");

    public static Error RowsWithErrors(int rows) => new(
        "rows_with_errors",
        $"{Number(rows)} {(rows == 1 ? "row has an error" : "rows have errors")}, and the batch is to go out only without any. " +
        "Repair or drop them in the review step, or let rows with errors be skipped.",
        "review");

    public static Error NoSuchRow(int row) =>
        new("no_such_row", $"The file has no row {row.ToString(CultureInfo.InvariantCulture)}.", "review");

    public static Error NoCellText() => new(
        "no_cell_text", "A cell takes text of at most 10,000 characters, without binary ones.", "review");

    public static Error NoRowNumbers() => new(
        "no_row_numbers",
        "This file has no column row_number, so its rows cannot be told. Download the rejected rows, correct those, and upload them.",
        "review");

    public static Error NoKnownColumns() => new(
        "no_known_columns", "None of this file's columns is a column of your file. Keep the header row of the download.", "review");

    public static Error NothingToUndo() => new("nothing_to_undo", "There is nothing to undo any more.", "review");

    public static Error NoName() => new("no_name", "Give the batch a name, by which you find it again.", "launch");

    public static Error NameTooLong(int length) => new(
        "name_too_long",
        $"The name has {Number(length)} characters, and at most {Number(DraftChecks.MaxNameLength)} can be used. Shorten it.",
        "launch");

    public static Error NoStartTime() =>
        new("no_start_time", "Enter the day and the time at which the calls start, or choose Now.", "launch");

    public static Error StartTimeHasPassed() =>
        new("start_time_passed", "This time has passed. Enter a later one, or choose Now.", "launch");

    private static string Quote(string column) => $"“{column}”";

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
