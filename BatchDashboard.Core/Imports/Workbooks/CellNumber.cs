using System.Globalization;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Writes the number of a cell as people expect to see it: all its digits, and dates and times as ISO 8601.</summary>
internal static class CellNumber
{
    private const int SecondsOfDay = 24 * 60 * 60;

    /// <summary>What workbooks that count from 1904 are behind.</summary>
    private const int DaysTo1904 = 1462;

    /// <summary>Day 60 is 29 February 1900, which never was; from then on the days are one ahead.</summary>
    private const int NoDay = 60;

    private const int EndOfDays = 2_958_466;

    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <param name="raw">As it stands in the file.</param>
    public static string Text(string raw, CellFormat format, bool countsFrom1904)
    {
        // Programs other than spreadsheets write whole numbers with more digits than a double holds.
        var isWhole = raw.AsSpan(raw.StartsWith('-') ? 1 : 0) is { Length: > 0 } digits
            && !digits.ContainsAnyExceptInRange('0', '9');
        if (isWhole && !format.IsMoment)
            return Pad(raw, format.Zeros);
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return raw;
        return (format.IsMoment ? Moment(number, format, countsFrom1904) : null) ?? Pad(Plain(number), format.Zeros);
    }

    /// <summary>The shortest digits that give the number back, never in powers of ten.</summary>
    private static string Plain(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        return decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain)
            && (plain != 0 || number == 0)
            ? plain.ToString("0.############################", CultureInfo.InvariantCulture)
            : shortest;
    }

    private static string Pad(string digits, int zeros) =>
        zeros > 0 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9') ? digits.PadLeft(zeros, '0') : digits;

    /// <summary>Null when there is no such moment.</summary>
    private static string? Moment(double days, CellFormat format, bool countsFrom1904)
    {
        if (!(days >= 0 && days < EndOfDays))
            return null;
        var seconds = (long)Math.Round(days * SecondsOfDay);
        if (format.IsDuration)
            return string.Create(
                CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");

        var time = TimeSpan.FromSeconds(seconds % SecondsOfDay);
        var day = seconds / SecondsOfDay;
        if (!format.HasDate || (day == 0 && !countsFrom1904))
            return time.ToString("c", CultureInfo.InvariantCulture);
        day += countsFrom1904 ? DaysTo1904 : 0;
        if (day is NoDay or >= EndOfDays)
            return null;
        var date = DayZero.AddDays(day < NoDay ? day + 1 : day);
        return format.HasTime
            ? (date + time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
