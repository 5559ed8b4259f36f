using System.Globalization;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The reasons for which a whole source file is refused.</summary>
public static class SourceErrors
{
    public const string FileIsGoneCode = "file_is_gone";
    public const string NoRecipientsCode = "no_recipients";
    public const string NotATableCode = "not_a_table";
    public const string TooLargeCode = "too_large";
    public const string TooManyRowsCode = "too_many_rows";
    public const string UnclosedQuoteCode = "unclosed_quote";
    public const string SourceInvalidCode = "source_invalid";

    public static Error FileIsGone() => new(
        FileIsGoneCode,
        "The uploaded file is no longer in the data directory, so its rows cannot be read. Upload it again.");

    public static Error NoRecipients() => new(
        NoRecipientsCode,
        "The file has no recipients. It needs a header row and at least one row below it.");

    /// <param name="advice">What to do; a whole sentence.</param>
    public static Error NotATable(string why, string advice = "Save it as CSV (UTF-8) and upload it again.") =>
        new(NotATableCode, $"This file cannot be read as a table: {why}. {advice}");

    public static Error EmptyHeader(int row) => new(
        NotATableCode,
        $"Row {Number(row)}, which should be the header, is empty. Choose another row as the header.");

    public static Error BrokenHeader(Error fault) =>
        NotATable($"its header row is broken ({fault.Message})");

    public static Error SameDelimiterAndQuote() => new(
        NotATableCode,
        "Values cannot be told apart with this delimiter and this quote. They must be two different ASCII characters.");

    public static Error FileTooLarge(int maxMegabytes) => new(
        TooLargeCode,
        $"The file is larger than {Number(maxMegabytes)} MB. Split it into smaller files, one batch each.");

    public static Error TooManyColumns(int found, int max) => new(
        TooLargeCode,
        $"The file has {Number(found)} columns, and at most {Number(max)} can be used. Remove those not needed.");

    public static Error RecordTooLong(long line, int maxBytes) => new(
        TooLargeCode,
        $"The row that starts on line {Number(line)} is longer than {Number(maxBytes)} bytes. Shorten or remove it.");

    public static Error RowTooLong(int row, int maxCharacters) => new(
        TooLargeCode,
        $"Row {Number(row)} is longer than {Number(maxCharacters)} characters. Shorten or remove it.");

    public static Error TooManyRows(int max) => new(
        TooManyRowsCode,
        $"The file has more than {Number(max)} rows. Split it into smaller files, one batch each.");

    public static Error UnclosedQuote(char quote, long line) => new(
        UnclosedQuoteCode,
        $"The quote ({quote}) that opens on line {Number(line)} is never closed, so the rows below it cannot be " +
        "told apart. Close or remove it and upload the file again.");

    public static Error EntryWithoutNumber(int entry) => new(
        SourceInvalidCode,
        $"Entry #{entry.ToString(CultureInfo.InvariantCulture)} did not have a phone number.",
        "phone_number");

    public static Error EntryUnreadable(int entry) => new(
        SourceInvalidCode,
        $"Entry #{entry.ToString(CultureInfo.InvariantCulture)} is not a JSON object that can be read.");

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
