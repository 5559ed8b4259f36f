using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Files;

/// <summary>P7: 100 MB sent as the wizard sends a file, side by side with writing as much to the same disk.</summary>
internal static class UploadSpeed
{
    private const int Rows = 1_000_000;
    private const int Rounds = 7;

    public static async Task<int> RunAsync()
    {
        using var file = await RecipientFile.WriteAsync(Rows);
        var megabytes = new FileInfo(file.Path).Length / 1e6;
        await using var app = await RunningApp.StartAsync();
        using var visitor = app.NewVisitor();
        await visitor.SignInAsync();
        await UploadAsync(app, visitor, file);

        var (speeds, ratios, growths) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            var before = ProcessMemory.ResetPeak(app.ProcessId);
            var upload = await UploadAsync(app, visitor, file);
            growths.Add(ProcessMemory.PeakMegabytes(app.ProcessId) - before);
            var copy = Copy(file, Path.Combine(app.DataDirectory, "copy"));
            speeds.Add(megabytes / upload.TotalSeconds);
            ratios.Add(copy / upload);
            Console.WriteLine(
                $"round {round}: upload {speeds[^1]:F0} MB/s, copy {megabytes / copy.TotalSeconds:F0} MB/s, memory grew by {growths[^1]:F1} MB");
        }

        Console.WriteLine(
            $"P7: median {Median(speeds):F0} MB/s, {Median(ratios):F2} of a plain copy; memory grew by {Median(growths):F1} MB (median)");
        return 0;
    }

    private static async Task<TimeSpan> UploadAsync(RunningApp app, Visitor visitor, RecipientFile file)
    {
        var address = await visitor.StartBatchAsync();
        await using var content = File.OpenRead(file.Path);
        var length = content.Length;
        var start = TimeProvider.System.GetTimestamp();
        using var reply = await visitor.UploadAsync(address, new StreamContent(content, 1 << 17), "recipients.csv");
        var time = TimeProvider.System.GetElapsedTime(start);
        reply.EnsureSuccessStatusCode();
        var stored = new DirectoryInfo(Path.Combine(app.DataDirectory, "uploads")).GetFiles().MaxBy(upload => upload.Name)!;
        return stored.Length == length
            ? time
            : throw new InvalidOperationException($"Of {length} bytes {stored.Length} were stored.");
    }

    private static TimeSpan Copy(RecipientFile file, string path)
    {
        var start = TimeProvider.System.GetTimestamp();
        using (var from = File.OpenRead(file.Path))
        using (var to = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            from.CopyTo(to, 1 << 17);
            to.Flush(flushToDisk: true);
        }

        var time = TimeProvider.System.GetElapsedTime(start);
        File.Delete(path);
        return time;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
