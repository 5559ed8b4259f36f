using BatchDashboard.Tests.Imports.Fuzz;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Files;

/// <summary>
/// Reads millions of broken files: each is refused for a known reason or every row of it is there, without an exception,
/// a hang, or memory that grows.
/// </summary>
internal static class FileFuzz
{
    private static readonly TimeSpan TooSlow = TimeSpan.FromSeconds(2);

    /// <summary>A machine that does other work interrupts anyone; only what is slow again and again is slow.</summary>
    private const int Retries = 5;

    /// <summary>One file in this many is a workbook; those are several times as dear.</summary>
    private const int WorkbookEvery = 100;

    private const int ToldEvery = 250_000;

    public static async Task<int> RunAsync(int count, int seed)
    {
        Console.WriteLine($"seed {seed}");
        using var files = new ScratchDirectory();
        var (findings, memory, slowest) = (0, 0L, TimeSpan.Zero);
        for (var run = 0; run < count; run++)
        {
            var bytes = run % WorkbookEvery == 0 ? BrokenFiles.OfWorkbook(run, seed) : BrokenFiles.Csv(run, seed);
            var (failure, time) = await TimeAsync(files.PathOf("fuzz"), bytes);
            for (var retry = 0; time > TooSlow && retry < Retries; retry++)
                time = TimeSpan.FromTicks(Math.Min(time.Ticks, (await TimeAsync(files.PathOf("fuzz"), bytes)).Time.Ticks));
            slowest = time > slowest ? time : slowest;
            if (failure is not null || time > TooSlow)
            {
                findings++;
                Console.WriteLine($"run {run}, {time.TotalMilliseconds:F0} ms: {Convert.ToBase64String(bytes)}\n{failure}");
            }

            if (run > 0 && run % ToldEvery == 0)
                Console.WriteLine($"{run:N0} files, {findings} findings so far");
            if (run == count / 10)
                memory = GC.GetTotalMemory(forceFullCollection: true);
        }

        var growth = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024.0 / 1024.0;
        Console.WriteLine(
            $"{count:N0} files, {findings} findings; slowest {slowest.TotalMilliseconds:F0} ms; "
            + $"live memory grew by {growth:F1} MB over the last nine tenths");
        return findings == 0 ? 0 : 1;
    }

    private static async Task<(string? Failure, TimeSpan Time)> TimeAsync(string path, byte[] bytes)
    {
        var start = TimeProvider.System.GetTimestamp();
        var failure = await TryAsync(path, bytes);
        return (failure, TimeProvider.System.GetElapsedTime(start));
    }

    private static async Task<string?> TryAsync(string path, byte[] bytes)
    {
        try
        {
            await SourceFuzz.ExecuteAsync(path, bytes);
            return null;
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return thrown.ToString();
        }
    }
}
