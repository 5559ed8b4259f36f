using System.Globalization;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The reasons for which a workbook is refused.</summary>
internal static class WorkbookErrors
{
    private const string SaveAgain = "Open it, save it again as .xlsx or CSV (UTF-8), and upload that file.";

    public static Error Damaged() => SourceErrors.NotATable("the Excel workbook or zip archive is damaged", SaveAgain);

    public static Error Protected() => SourceErrors.NotATable(
        "it is protected with a password", "Open it, remove the password, save it, and upload it again.");

    public static Error OldWorkbook() => SourceErrors.NotATable(
        "it is a workbook of Excel 97-2003 (.xls)", "Save it as .xlsx or CSV (UTF-8) and upload that file.");

    public static Error NoWorkbook(string what) => SourceErrors.NotATable(
        $"it is {what}", "Save the list as .xlsx or CSV (UTF-8) and upload that file.");

    public static Error Archive() => SourceErrors.NotATable(
        "it is a zip archive and no workbook", "Unpack it and upload the file that is in it.");

    public static Error NoSheets() => SourceErrors.NotATable("the workbook has no sheet with cells", SaveAgain);

    public static Error NoSuchSheet(string name) => new(
        SourceErrors.NotATableCode, $"The workbook has no sheet called '{name}'. Choose one of its sheets.");

    public static Error Swollen() => new(
        SourceErrors.TooLargeCode,
        "The workbook unpacks to far more than a list of recipients needs, so it is not read any further. "
        + "Save the sheet as CSV (UTF-8) and upload that file.");

    public static Error TooMuchText(int maxMegabytes) => new(
        SourceErrors.TooLargeCode,
        $"The workbook has more than {maxMegabytes.ToString(CultureInfo.InvariantCulture)} MB of different texts. "
        + "Save the sheet as CSV (UTF-8) and upload that file.");
}
