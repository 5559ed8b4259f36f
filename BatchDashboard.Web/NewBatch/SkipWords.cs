using BatchDashboard.Core.Imports;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Why rows are skipped, in plain words.</summary>
internal static class SkipWords
{
    public static string Of(string code) => code switch
    {
        SkipCodes.RowShape => "More or fewer cells than the header",
        SkipCodes.CellTooLong => "A cell is too long",
        SkipCodes.BinaryCell => "A cell is no text",
        SkipCodes.BadSetting => "Bad value for a call setting",
        SkipCodes.ExcelScientific => "Number destroyed by a spreadsheet",
        SkipCodes.ExcelFloat => "Number with decimals from a spreadsheet",
        SkipCodes.NotANumber => "Not a phone number",
        SkipCodes.SeveralNumbers => "Several numbers in one cell",
        SkipCodes.Extension => "Number with an extension",
        SkipCodes.Blank => "No phone number",
        SkipCodes.Invalid => "Number does not exist",
        SkipCodes.Emergency => "Emergency or service number",
        SkipCodes.Premium => "Premium number",
        SkipCodes.TollFree => "Toll-free number",
        SkipCodes.CountryNotAllowed => "Country is not allowed",
        SkipCodes.OwnNumber => "The number the batch calls from",
        SkipCodes.Duplicate => "Same number as an earlier row",
        SkipCodes.DoNotCall => "On the do-not-call list",
        _ => code,
    };
}
