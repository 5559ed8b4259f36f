using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Benchmarks.Dispatching;

/// <summary>
/// P4: 20,000 calls through a provider on loopback that answers in 20 ms, 200 requests at a time, every intent and every result
/// on the disk, beside the same HTTP client without a database: without limits on calls, and with 200 lines, which a call holds
/// until its end is stored.
/// </summary>
internal static class DispatchSpeed
{
    private const int Calls = 20_000;
    private const int AtOnce = 200;
    private const int Rounds = 5;

    private static readonly JsonObject Settings = new() { ["task"] = "Say hello." };

    public static async Task<int> RunAsync()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce }) { BaseAddress = site.Address };
        var ratios = new List<(double Free, double Lines)>();
        // The first round warms up.
        for (var round = 0; round <= Rounds; round++)
        {
            var bare = await TimeAsync(() => CallBareAsync(http));
            Check(site);
            var free = await DispatchAsync(http, lines: 0);
            Check(site);
            var lines = await DispatchAsync(http, AtOnce);
            Check(site);
            Console.WriteLine($"round {round}: bare {Said(bare)}, dispatched {Said(free)}, with {AtOnce} lines {Said(lines)}");
            if (round > 0)
                ratios.Add((bare.Seconds / free.Seconds, bare.Seconds / lines.Seconds));
        }

        Console.WriteLine(
            $"P4: median ratio to the bare client {Median(ratios.Select(ratio => ratio.Free)):F2}, " +
            $"with {AtOnce} lines {Median(ratios.Select(ratio => ratio.Lines)):F2}");
        return 0;
    }

    private static string Said((double Seconds, double Cpu) run) => $"{Calls / run.Seconds,6:N0} calls/s {run.Cpu:F2} CPU s";

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Check(LoopbackSite site)
    {
        var (calls, atOnce) = site.TakeCalls();
        if (calls.Count != Calls || calls.Values.Any(times => times != 1))
            throw new InvalidOperationException($"{calls.Count} numbers were called, one of them {calls.Values.Max()} times.");
        if (atOnce > AtOnce)
            throw new InvalidOperationException($"{atOnce} requests were under way at once.");
    }

    private static Task CallBareAsync(HttpClient http) => Parallel.ForEachAsync(
        Enumerable.Range(0, Calls),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (index, token) => await LoopbackProvider.PostAsync(http, CoreHost.Number(index), Settings, token));

    private static async Task<(double Seconds, double Cpu)> DispatchAsync(HttpClient http, int lines)
    {
        await using var core = await CoreHost.StartAsync(
            services => services.AddSingleton<ICallProvider>(provider => new LoopbackProvider(
                http, new Lazy<IProviderCallSink>(provider.GetRequiredService<IProviderCallSink>))),
            ("Providers:Default", LoopbackProvider.ProviderName),
            ("Dispatch:MaxConcurrentCalls", lines.ToString(CultureInfo.InvariantCulture)),
            ("Compliance:CallingHours", "off"));
        await core.Service<DialSwitch>().StopAllAsync("bench", default);
        var id = await core.LaunchAsync(CoreHost.Numbers(Calls));
        await core.UntilAsync(id, batch => batch.Status == BatchStatus.Dispatching, "the rows are loaded");
        var (cpu, start) = (Environment.CpuUsage.TotalTime, TimeProvider.System.GetUtcNow());
        await core.Service<DialSwitch>().ResumeAllAsync("bench", default);
        var batch = await core.UntilFinalAsync(id);
        if (batch.Counts.Completed != Calls)
            throw new InvalidOperationException($"The batch ended with {batch.Counts}.");
        // When it was over, not when somebody looked.
        return ((batch.FinishedAt!.Value - start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static async Task<(double Seconds, double Cpu)> TimeAsync(Func<Task> work)
    {
        var cpu = Environment.CpuUsage.TotalTime;
        var start = TimeProvider.System.GetTimestamp();
        await work();
        return (TimeProvider.System.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }
}
