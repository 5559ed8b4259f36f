using System.Globalization;
using System.Text;

namespace BatchDashboard.Benchmarks;

/// <summary>A file of recipients with 8 columns and about 100 bytes a row; the same for the same number of rows.</summary>
internal static class RecipientFile
{
    public static readonly string[] Headers =
        ["phone_number", "first_name", "last_name", "company", "city", "appointment", "product", "note"];

    private static readonly int[] AreaCodes =
        [201, 202, 203, 205, 206, 212, 213, 214, 215, 216, 301, 302, 303, 305, 310, 312, 313, 404, 415, 512];

    private static readonly string[] First = ["Emily", "Sarah", "José", "Mohammed", "Anna", "Zoë", "Peter", "Grace"];
    private static readonly string[] Last = ["Smith", "\"Jones, Jr\"", "Müller", "Ñandú", "Brown", "Davis", "O'Brien"];
    private static readonly string[] Cities = ["Boston", "San José", "Chicago", "New York", "Austin"];
    private static readonly string[] Notes =
        ["", "called before", "\"prefers mornings, never Mondays\"", "-5% discount", "\"said \"\"yes\"\" twice\""];

    /// <summary>One row in 50 is skipped: half for its number, half as the duplicate of the row before it.</summary>
    public static int Skipped(int rows) => (rows / 100) + ((rows + 50) / 100);

    public static async Task WriteAsync(string path, int rows)
    {
        await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20);
        file.NewLine = "\r\n";
        await file.WriteLineAsync(string.Join(',', Headers));
        for (var row = 0; row < rows; row++)
            await file.WriteLineAsync(Line(row));
    }

    private static string Line(int row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number(row)},{First[row % 8]},{Last[row % 7]},Laundry & Sons No. {row},{Cities[row % 5]}," +
        $"2026-05-{1 + (row % 28):00} {8 + (row % 9):00}:30,Cleaning plan {(char)('A' + (row % 20))},{Notes[row % 5]}");

    private static string Number(int row) => (row % 100) switch
    {
        49 => Spelled(row - 1, 2),
        99 => row % 200 == 99 ? "call the office" : "+10987654321",
        _ => Spelled(row, row % 10),
    };

    private static string Spelled(int row, int style)
    {
        var (area, exchange, line) = (AreaCodes[row % 20], 220 + (row / 20 % 300), 2000 + (row / 6000));
        return style switch
        {
            <= 5 => string.Create(CultureInfo.InvariantCulture, $"+1{area}{exchange}{line}"),
            6 or 7 => string.Create(CultureInfo.InvariantCulture, $"({area}) {exchange}-{line}"),
            8 => string.Create(CultureInfo.InvariantCulture, $"{area}.{exchange}.{line}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"1 {area} {exchange} {line}"),
        };
    }
}
