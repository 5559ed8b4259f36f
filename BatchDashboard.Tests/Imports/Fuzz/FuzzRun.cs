using System.Globalization;
using System.Text;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>So many mutated files, the same ones for the same seed.</summary>
internal static class FuzzRun
{
    private const string RunsVariable = "BATCHDASHBOARD_FUZZ_RUNS";

    private static readonly byte[][] CsvSalt =
    [
        .. ((string[])["\"", "\"\"", "'", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\0", " ", "=", "sep=;\n", "\uFEFF", "é", "\u202E"])
            .Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xFE], [0x80], [0xC3], [0xED, 0xA0, 0x80],
    ];

    /// <summary>More in a long run, which the environment asks for.</summary>
    public static int Runs(int few) =>
        int.TryParse(Environment.GetEnvironmentVariable(RunsVariable), CultureInfo.InvariantCulture, out var runs) ? runs : few;

    public static Task CsvAsync(int runs, int seed) => RunAsync(CsvSeeds, CsvSalt, runs, seed);

    private static async Task RunAsync(IReadOnlyList<byte[]> seeds, IReadOnlyList<byte[]> salt, int runs, int seed)
    {
        using var files = new ScratchDirectory();
        var path = files.PathOf("fuzz");
        for (var run = 0; run < runs; run++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + run));
            var bytes = Mutation.Of(seeds[run % seeds.Count], salt, random);
            try
            {
                await SourceFuzz.ExecuteAsync(path, bytes);
            }
            catch (Exception failure) // Whatever it is, the file that made it is what one needs.
            {
                throw new InvalidOperationException($"Run {run}: {Convert.ToBase64String(bytes)}", failure);
            }
        }
    }

    private static IReadOnlyList<byte[]> CsvSeeds { get; } =
    [
        .. ((string[])
        [
            "phone_number,name,city\n+12125550123,Zoë,\"New York, NY\"\n+12125550124,\"Bob \"\"B\"\" Jones\",Boston\n",
            "sep=;\r\nphone;note\r\n+12125550123;\"a\r\nb\"\r\n\r\n2125550124;c\r\n",
            "My list\n\nphone\tname\n+12125550123\tAnn\n",
            "'phone_number','name'\n'+12125550123','Ann, B'\n'+12125550124','O'\n",
            "+12125550123|Ann\r+12125550124|Bob\r",
            "\uFEFFphone_number,a,\n1,2,\n3,4,\n",
        ]).Select(Encoding.UTF8.GetBytes),
        Encoding.Unicode.GetBytes("\uFEFFphone_number,name\n+12125550123,Zoë\n"),
        Encoding.Latin1.GetBytes("phone_number,name\n+12125550123,Zoë\n+12125550124,Müller\n"),
    ];
}
