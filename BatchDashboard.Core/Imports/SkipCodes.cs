namespace BatchDashboard.Core.Imports;

/// <summary>The codes under which a row is skipped; they stand in the API, the skipped.csv and the screens.</summary>
public static class SkipCodes
{
    public const string RowShape = "row_shape";
    public const string CellTooLong = "cell_too_long";
    public const string BinaryCell = "binary_cell";
    public const string BadSetting = "bad_setting";
    public const string ExcelScientific = "excel_scientific";
    public const string ExcelFloat = "excel_float";
    public const string NotANumber = "not_a_number";
    public const string SeveralNumbers = "several_numbers";
    public const string Extension = "extension";
    public const string Blank = "blank";
    public const string Invalid = "invalid";
    public const string Emergency = "emergency";
    public const string Premium = "premium";
    public const string TollFree = "toll_free";
    public const string CountryNotAllowed = "country_not_allowed";
    public const string OwnNumber = "own_number";
    public const string Duplicate = "duplicate";
    public const string DoNotCall = "do_not_call";
    public const string RecentlyCalled = "recently_called";
    public const string Dropped = "dropped";
}
