using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>How the number in a cell is to be read, as far as it is more than a number.</summary>
/// <param name="Zeros">Digits that are shown at least, as in postcodes; 0 when it does not matter.</param>
internal readonly partial record struct CellFormat(bool HasDate, bool HasTime, bool IsDuration, int Zeros)
{
    private static readonly CellFormat Date = new(HasDate: true, HasTime: false, IsDuration: false, Zeros: 0);
    private static readonly CellFormat Time = new(HasDate: false, HasTime: true, IsDuration: false, Zeros: 0);
    private static readonly CellFormat Duration = new(HasDate: false, HasTime: true, IsDuration: true, Zeros: 0);

    public bool IsMoment => HasDate || HasTime;

    /// <summary>One of the formats that have a number only; their codes differ from country to country.</summary>
    public static CellFormat BuiltIn(int id) => id switch
    {
        14 or 15 or 16 or 17 or (>= 27 and <= 31) or (>= 34 and <= 36) or (>= 50 and <= 58) => Date,
        18 or 19 or 20 or 21 or 32 or 33 or 45 or 47 => Time,
        22 => Date with { HasTime = true },
        46 => Duration,
        _ => default,
    };

    /// <summary>As long as a spreadsheet lets one be; a longer one says nothing.</summary>
    private const int LongestCode = 255;

    /// <param name="code">Such as <c>dd/mm/yyyy hh:mm</c>, <c>[h]:mm</c> or <c>00000</c>.</param>
    public static CellFormat Parse(string code)
    {
        if (code.Length > LongestCode)
            return default;
        if (ZerosOnly().IsMatch(code))
            return default(CellFormat) with { Zeros = code.Length };
        if (Elapsed().IsMatch(code))
            return Duration;
        // Texts, colours, padding, and what stands for other kinds of numbers.
        var letters = NoLetters().Replace(code, "").Split(';')[0].ToLowerInvariant();
        if (letters.Contains("general", StringComparison.Ordinal))
            return default;

        var hasTime = letters.AsSpan().IndexOfAny('h', 's') >= 0;
        // Minutes beside hours or seconds, months otherwise.
        var hasDate = letters.AsSpan().IndexOfAny('y', 'd') >= 0 || (!hasTime && letters.Contains('m', StringComparison.Ordinal));
        return new CellFormat(hasDate, hasTime, IsDuration: false, Zeros: 0);
    }

    [GeneratedRegex(@"^0{2,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ZerosOnly();

    [GeneratedRegex(@"\[(h+|m+|s+)\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Elapsed();

    [GeneratedRegex("""
        "[^"]*"|\[[^\]]*\]|[\\_*].|AM/PM|A/P
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex NoLetters();
}
