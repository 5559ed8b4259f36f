using System.Globalization;

namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Finds numbers that a spreadsheet stored as quantities: <c>1.23E+10</c>, <c>12125550123.0</c>.</summary>
internal static class SpreadsheetDamage
{
    /// <summary>After this many digits, a dot and up to two more are decimals and not groups of a number.</summary>
    private const int WholePartDigits = 7;

    public static CellFault? Find(ReadOnlySpan<char> text)
    {
        var unsigned = text is ['+' or '-', ..] ? text[1..] : text;
        var whole = DigitsAtStart(unsigned);
        if (whole == 0 || whole == unsigned.Length)
            return null;

        var rest = unsigned[whole..];
        var decimals = rest is ['.' or ',', ..] ? DigitsAtStart(rest[1..]) : 0;
        if (decimals > 0)
            rest = rest[(1 + decimals)..];

        if (IsExponent(rest))
            return HasAllDigits(rest[1..], decimals) ? CellFault.ScientificWhole : CellFault.Scientific;

        return text[0] != '-' && rest.IsEmpty && IsDecimal(whole, unsigned[^decimals..]) ? CellFault.Float : null;
    }

    private static bool IsExponent(ReadOnlySpan<char> rest)
    {
        if (rest is not ['E' or 'e', .. var exponent])
            return false;

        exponent = exponent is ['+' or '-', ..] ? exponent[1..] : exponent;
        return !exponent.IsEmpty && DigitsAtStart(exponent) == exponent.Length;
    }

    /// <summary>The exponent moves the point over decimals that stand there, so that nothing was rounded off.</summary>
    private static bool HasAllDigits(ReadOnlySpan<char> exponent, int decimals) =>
        exponent is not ['-', ..] && int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var places)
        && places <= decimals;

    private static bool IsDecimal(int whole, ReadOnlySpan<char> decimals) =>
        decimals.IndexOfAnyExcept('0') < 0 || (whole >= WholePartDigits && decimals.Length <= 2);

    private static int DigitsAtStart(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
