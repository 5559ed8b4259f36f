using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchDashboard.Benchmarks;

/// <summary>The two ways to load a file, each in a fresh process.</summary>
internal static partial class Runs
{
    /// <summary>Ours: a launched batch is loaded.</summary>
    public static async Task<Measured> LoadAsync(string file, int rows)
    {
        var output = await RunAsync(Environment.ProcessPath!, [.. Self(), "load", file, rows.ToString(CultureInfo.InvariantCulture)]);
        return JsonSerializer.Deserialize<Measured>(output)!;
    }

    /// <summary>The yardstick: <c>sqlite3 .import</c> into a table of texts, without any check of what it reads.</summary>
    public static async Task<Measured> ImportAsync(string file, int rows)
    {
        var database = Path.GetTempFileName();
        try
        {
            var columns = string.Join(", ", RecipientFile.Headers.Select(header => header + " TEXT"));
            // The shell's own account of its children tells the CPU time.
            const string Script = "sqlite3 \"$1\" \"$2\" '.mode csv' \".import --skip 1 $3 rows\" && times";
            var watch = Stopwatch.StartNew();
            var output = await RunAsync("sh", ["-c", Script, "sh", database, $"CREATE TABLE rows ({columns})", file]);
            var seconds = watch.Elapsed.TotalSeconds;
            var count = await RunAsync("sqlite3", [database, "SELECT count(*) FROM rows"]);
            if (int.Parse(count, CultureInfo.InvariantCulture) != rows)
                throw new InvalidOperationException($"sqlite3 stored {count} of {rows} rows.");
            return new Measured(seconds, ChildSeconds(output), 0);
        }
        finally
        {
            File.Delete(database);
        }
    }

    public static async Task<bool> HasSqliteAsync()
    {
        try
        {
            await RunAsync("sqlite3", ["-version"]);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Runs).Assembly.Location] : [];

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    /// <summary>The second line of <c>times</c>: user and system time of the children.</summary>
    private static double ChildSeconds(string times) => MinutesAndSeconds()
        .Matches(times.Trim().Split('\n')[^1])
        .Sum(match => (60 * Number(match.Groups[1])) + Number(match.Groups[2]));

    private static double Number(Capture text) => double.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+)m([\d.]+)s")]
    private static partial Regex MinutesAndSeconds();
}
