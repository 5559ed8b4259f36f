using System.Text;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>A file of recipients with 8 columns and about 110 bytes a row, in the temp directory until it is disposed.</summary>
internal sealed class RecipientFile : IDisposable
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

    private RecipientFile(int rows) => Rows = rows;

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public int Rows { get; }

    /// <summary>One row in 50 is skipped: half of them for the number, half because the row before has it.</summary>
    public static int Skipped(int rows) => (rows / 100) + ((rows + 50) / 100);

    public static async Task<RecipientFile> WriteAsync(int rows)
    {
        var file = new RecipientFile(rows);
        await using var text = new StreamWriter(file.Path, append: false, new UTF8Encoding(false), 1 << 20);
        text.NewLine = "\r\n";
        await text.WriteLineAsync(string.Join(',', Headers));
        for (var row = 0; row < rows; row++)
            await text.WriteLineAsync(Line(row));
        Console.WriteLine($"{rows:N0} rows, {text.BaseStream.Position / 1e6:F0} MB");
        return file;
    }

    public void Dispose() => File.Delete(Path);

    private static string Line(int row) =>
        $"{Cell(row)},{First[row % 8]},{Last[row % 7]},Laundry & Sons No. {row},{Cities[row % 5]}," +
        $"2026-05-{1 + (row % 28):00} {8 + (row % 9):00}:30,Cleaning plan {(char)('A' + (row % 20))},{Notes[row % 5]}";

    private static string Cell(int row) => (row % 100) switch
    {
        49 => Number(row - 1, style: 2),
        99 => row % 200 == 99 ? "call the office" : "+10987654321",
        _ => Number(row, row % 10),
    };

    private static string Number(int row, int style)
    {
        var (area, exchange, line) = (AreaCodes[row % 20], 220 + (row / 20 % 300), 2000 + (row / 6000));
        return style switch
        {
            <= 5 => $"+1{area}{exchange}{line}",
            6 or 7 => $"({area}) {exchange}-{line}",
            8 => $"{area}.{exchange}.{line}",
            _ => $"1 {area} {exchange} {line}",
        };
    }
}
