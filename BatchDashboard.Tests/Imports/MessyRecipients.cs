using System.Globalization;
using System.Text;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Tests.Imports;

/// <summary>A file of 5,000 recipients as people really have them; the same on every run.</summary>
internal static class MessyRecipients
{
    public const int Rows = 5_000;

    public static readonly string[] Headers = ["phone_number", "customer_name", "company", "city", "notes"];

    private static readonly string[] AreaCodes = ["212", "312", "415", "617", "206", "303", "404", "512", "602", "702"];

    private static readonly string[] Names =
    [
        "Emily", "Zoë Müller", "François d'Été", "\"Smith, John\"", "\"Bob \"\"The Builder\"\" Jones\"",
        "Nguyễn Văn A", "王伟", "\"Sarah H, PhD\"", "O'Brien", "José Ñandú",
    ];

    private static readonly string[] Notes =
    [
        "", "called before", "\"prefers mornings,\nnever Mondays\"", "-5% discount",
        "\"line one\r\nline two\r\nline three\"",
        "5\" pipe", "{{customer_name}}", "<b>VIP</b>",
    ];

    /// <summary>What stands in the phone cell of every 25th row, and the code under which it is skipped.</summary>
    private static readonly (string Cell, string Code)[] BadCells =
    [
        ("", SkipCodes.Blank),
        ("N/A", SkipCodes.Blank),
        ("1-800-FLOWERS", SkipCodes.NotANumber),
        ("\"2124442345; 2124442346\"", SkipCodes.SeveralNumbers),
        ("(212) 444-2345 x45", SkipCodes.Extension),
        ("1.23E+10", SkipCodes.ExcelScientific),
        ("12124442345.0", SkipCodes.ExcelFloat),
        ("+10987654321", SkipCodes.Invalid),
        ("911", SkipCodes.Emergency),
        ("+1 800 234 5678", SkipCodes.TollFree),
        ("call me maybe", SkipCodes.NotANumber),
        ("   ", SkipCodes.Blank),
    ];

    /// <summary>Writes the file: UTF-8 with a byte order mark, CRLF, blank lines here and there.</summary>
    public static async Task<MessyExpectation> WriteAsync(string path)
    {
        var skipped = new Dictionary<string, int>();
        var text = new StringBuilder(string.Join(',', Headers)).Append("\r\n");
        for (var index = 0; index < Rows; index++)
        {
            if (index % 700 == 699)
                text.Append("\r\n");
            var (row, code) = Row(index);
            text.Append(row).Append("\r\n");
            if (code is not null)
                skipped[code] = skipped.GetValueOrDefault(code) + 1;
        }

        await File.WriteAllTextAsync(path, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return new MessyExpectation(Rows, Rows - skipped.Values.Sum(), skipped);
    }

    private static (string Row, string? Code) Row(int index)
    {
        var name = Names[index % Names.Length];
        var note = Notes[index / 3 % Notes.Length];
        if (index % 500 == 120)
            return ($"{Number(index)},{name},Acme", SkipCodes.RowShape);
        if (index % 500 == 370)
            return ($"{Number(index)},{name},Acme, Inc.,Boston,{note}", SkipCodes.RowShape);
        if (index == 1_234)
            return ($"{Number(index)},{name},Acme,Boston,{new string('x', 10_001)}", SkipCodes.CellTooLong);
        if (index == 2_345)
            return ($"{Number(index)},{name},Ac\0me,Boston,{note}", SkipCodes.BinaryCell);

        var rest = $"{name},\"Laundry & Sons, No. {index}\",San José,{note}";
        if (index % 25 == 13)
        {
            var (cell, code) = BadCells[index / 25 % BadCells.Length];
            return ($"{cell},{rest}", code);
        }

        // Another spelling of a number of which the row is known to be ready.
        if (index % 40 == 31 && index % 500 != 371)
            return ($"{Spell(Digits(index - 1), index + 3)},{rest}", SkipCodes.Duplicate);
        return ($"{Number(index)},{rest}", null);
    }

    private static string Number(int index) =>
        index % 60 == 7
            ? $"+33 1 42 {Pair(index / 10_000)} {Pair(index / 100)} {Pair(index)}"
            : Spell(Digits(index), index);

    /// <summary>Ten digits of a number that is valid, and is none of the sandbox's fixed ones.</summary>
    private static string Digits(int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{AreaCodes[index % 10]}44{2 + index / 2_500}{2_000 + index % 2_500 * 3}");

    private static string Spell(string digits, int style)
    {
        var (area, exchange, line) = (digits[..3], digits[3..6], digits[6..]);
        return (style % 8) switch
        {
            0 => $"+1{digits}",
            1 => $"({area}) {exchange}-{line}",
            2 => $"{area}.{exchange}.{line}",
            3 => $"1{digits}",
            4 => $"1-{area}-{exchange}-{line}",
            5 => $" {area} {exchange} {line} ",
            6 => $"tel:+1-{area}-{exchange}-{line}",
            _ => digits,
        };
    }

    private static string Pair(int value) => (value % 100).ToString("00", CultureInfo.InvariantCulture);
}
