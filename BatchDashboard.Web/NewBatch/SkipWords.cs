using BatchDashboard.Core.Imports;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Why rows are skipped, in plain words.</summary>
internal static class SkipWords
{
    public static string Of(string code) => code switch
    {
        SkipCodes.RowShape => "have more or fewer cells than the header",
        SkipCodes.CellTooLong => "have a cell that is too long",
        SkipCodes.BinaryCell => "have a cell that is no text",
        SkipCodes.BadSetting => "have a bad value for a call setting",
        SkipCodes.ExcelScientific => "have a number that a spreadsheet destroyed",
        SkipCodes.ExcelFloat => "have a number with decimals from a spreadsheet",
        SkipCodes.NotANumber => "have something else than a phone number",
        SkipCodes.SeveralNumbers => "have several numbers in one cell",
        SkipCodes.Extension => "have a number with an extension",
        SkipCodes.Blank => "have no phone number",
        SkipCodes.Invalid => "have a number that does not exist",
        SkipCodes.Emergency => "have an emergency or service number",
        SkipCodes.Premium => "have a premium number",
        SkipCodes.TollFree => "have a toll-free number",
        SkipCodes.CountryNotAllowed => "have a number of a country that is not allowed",
        SkipCodes.OwnNumber => "have the number the batch calls from",
        SkipCodes.Duplicate => "repeat the number of an earlier row",
        SkipCodes.DoNotCall => "are on the do-not-call list",
        _ => code,
    };
}
