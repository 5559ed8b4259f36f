using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>The two ways to load a file, each in a fresh process.</summary>
internal static partial class Contestants
{
    /// <summary>Ours: launched batches are loaded one after the other by one process.</summary>
    public static async Task<Run[]> LoadAsync(params RecipientFile[] files)
    {
        string[] arguments = [LoadProcess.Command, .. files.SelectMany(file => (string[])[file.Path, $"{file.Rows}"])];
        var output = await RunAsync("dotnet", [typeof(Contestants).Assembly.Location, .. arguments]);
        return [.. output.Trim().Split('\n').Select(line => JsonSerializer.Deserialize<Run>(line)!)];
    }

    /// <summary>The yardstick: <c>sqlite3 .import</c> into a table of texts, without any check of what it reads.</summary>
    public static async Task<Run> ImportAsync(RecipientFile file)
    {
        // The shell's own account of its children tells the CPU time.
        const string Script = "sqlite3 \"$1\" \"$2\" '.mode csv' \".import --skip 1 $3 rows\" && times";
        var database = Path.GetTempFileName();
        try
        {
            var table = $"CREATE TABLE rows ({string.Join(", ", RecipientFile.Headers.Select(header => header + " TEXT"))})";
            var watch = Stopwatch.StartNew();
            var output = await RunAsync("sh", ["-c", Script, "sh", database, table, file.Path]);
            var seconds = watch.Elapsed.TotalSeconds;
            var count = await RunAsync("sqlite3", [database, "SELECT count(*) FROM rows"]);
            return int.Parse(count, CultureInfo.InvariantCulture) == file.Rows
                ? new Run(seconds, ChildSeconds(output), 0)
                : throw new InvalidOperationException($"sqlite3 stored {count} of {file.Rows} rows.");
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
        catch (Win32Exception)
        {
            return false;
        }
    }

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
