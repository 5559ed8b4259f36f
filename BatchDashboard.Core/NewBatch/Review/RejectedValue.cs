using System.Globalization;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Tells whether a value that a download gave out as rejected is the one that a row has.</summary>
internal static class RejectedValue
{
    /// <summary>What a spreadsheet keeps of a number that it writes as 1.21256E+11.</summary>
    private const double Precision = 1e-4;

    /// <param name="given">As it came back, maybe through a spreadsheet.</param>
    public static bool IsOf(string cell, string given)
    {
        var expected = CellExcerpt.Of(FormulaGuard.Unprotect(cell));
        return Bare(given) == Bare(expected) || IsRounded(given, expected);
    }

    /// <summary>Spreadsheets take zeros off the start, and put marks and white space in.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).TrimStart('0').ToUpperInvariant();

    private static bool IsRounded(string given, string expected) =>
        given.Contains('E', StringComparison.OrdinalIgnoreCase)
        && double.TryParse(given, CultureInfo.InvariantCulture, out var rounded)
        && double.TryParse(expected, CultureInfo.InvariantCulture, out var exact)
        && Math.Abs(rounded - exact) <= Math.Abs(exact) * Precision;
}
