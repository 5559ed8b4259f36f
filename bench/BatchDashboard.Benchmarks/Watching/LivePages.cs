using System.Diagnostics;
using System.Globalization;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Watching;

/// <summary>
/// P6: 1,000 changes of calls a second and 50 open pages of their batch: the processor time of the whole app, with and without
/// those who watch, and how old what the pages show is.
/// </summary>
internal static class LivePages
{
    private const int Watchers = 50;
    private const int Calls = 100_000;
    private const int CallsPerSecond = 250;

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync()
    {
        await using var app = await RunningApp.StartAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "100",
            ["Dispatch:MaxConcurrentCalls"] = "0",
            ["Dispatch:MaxCallsPerSecond"] = CallsPerSecond.ToString(CultureInfo.InvariantCulture),
            ["Dispatch:AutoPauseWindow"] = "0",
        });
        using var visitor = app.NewVisitor();
        await visitor.SignInAsync();
        var batch = await LaunchAsync(app);
        using var truth = new Progress(app.DataDirectory);
        await truth.UntilAsync(CallsPerSecond);

        await Task.Delay(Warm, TimeProvider.System);
        var alone = await MeasureAsync(app, truth);
        Console.WriteLine($"  nobody watches: {alone.Cores:P0} of a core, {alone.Changes:N0} changes of calls a second");

        var ages = new AgeOfPages(truth);
        var pages = new List<OpenPage>();
        for (var watcher = 0; watcher < Watchers; watcher++)
        {
            var page = await OpenPage.OpenAsync(app.Address, visitor, $"/batches/{batch}");
            page.Changed = ages.NewPage();
            pages.Add(page);
        }

        await Task.Delay(Warm, TimeProvider.System);
        ages.Begin();
        foreach (var page in pages)
            page.TakeTraffic();
        var watched = await MeasureAsync(app, truth);
        var traffic = pages.Select(page => page.TakeTraffic()).ToList();
        var (median, p99) = ages.End();
        foreach (var page in pages)
            await page.DisposeAsync();

        Console.WriteLine($"  {Watchers} watch: {watched.Cores:P0} of a core, {watched.Changes:N0} changes of calls a second");
        Console.WriteLine(
            $"  a page: {pages[0].FirstBytes / 1000.0:N0} kB at first, then {traffic.Average(page => page.Changes) / Measured.TotalSeconds:N1} changes a second of " +
            $"{traffic.Sum(page => page.Bytes) / 1000.0 / traffic.Sum(page => page.Changes):N1} kB");
        Console.WriteLine($"P6: {watched.Cores:P0} of a core; what is shown is {median.TotalSeconds:F2} s old (median), {p99.TotalSeconds:F2} s (p99)");
        if (traffic.Any(page => page.Changes == 0))
            throw new InvalidOperationException("A page stood still.");
        return watched.Cores < 0.6 && p99 < TimeSpan.FromSeconds(1) ? 0 : 1;
    }

    private static async Task<(double Cores, double Changes)> MeasureAsync(RunningApp app, Progress truth)
    {
        using var process = Process.GetProcessById(app.ProcessId);
        var (cpu, changes, start) = (process.TotalProcessorTime, truth.Changes(), TimeProvider.System.GetTimestamp());
        await Task.Delay(Measured, TimeProvider.System);
        process.Refresh();
        var took = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        return ((process.TotalProcessorTime - cpu).TotalSeconds / took, (truth.Changes() - changes) / took);
    }

    private static async Task<string> LaunchAsync(RunningApp app)
    {
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            description = "Watched",
            global = new { task = "Say hello." },
            call_objects = Enumerable.Range(0, Calls).Select(index => new { phone_number = CoreHost.Number(index) }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }
}
