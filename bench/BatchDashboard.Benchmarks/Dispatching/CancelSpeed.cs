using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Benchmarks.Dispatching;

/// <summary>A batch of 10,000 calls is cancelled while it runs, again and again: how soon it is over, and that nothing is intended any more.</summary>
internal static class CancelSpeed
{
    private const int Calls = 10_000;
    private const int Rounds = 100;

    private static readonly TimeSpan Must = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync()
    {
        await using var site = await LoopbackSite.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 }) { BaseAddress = site.Address };
        await using var core = await CoreHost.StartAsync(
            services => services.AddSingleton<ICallProvider>(provider => new LoopbackProvider(
                http, new Lazy<IProviderCallSink>(provider.GetRequiredService<IProviderCallSink>))),
            ("Providers:Default", LoopbackProvider.ProviderName),
            ("Dispatch:MaxConcurrentCalls", "200"),
            // The same numbers are called round after round.
            ("Compliance:SameNumberSeconds", "0"),
            ("Compliance:CallingHours", "off"));
        var random = new Random(1);
        var (committed, ended) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            var (commit, end) = await CancelAsync(core, site, random.Next(1, Calls * 9 / 10));
            committed.Add(commit);
            ended.Add(end);
        }

        Console.WriteLine($"cancel: committed after {Describe(committed)}; over after {Describe(ended)}");
        return Percentile(ended, 99) <= Must ? 0 : 1;
    }

    private static async Task<(TimeSpan Committed, TimeSpan Ended)> CancelAsync(CoreHost core, LoopbackSite site, int dialled)
    {
        var id = await core.LaunchAsync(CoreHost.Numbers(Calls));
        var batch = await core.UntilAsync(id, b => b.Counts.Completed >= dialled, "some calls are over");
        var start = TimeProvider.System.GetTimestamp();
        var stopped = await core.Service<BatchService>().StopAsync(id, hangUp: false, "bench", default);
        var committed = TimeProvider.System.GetElapsedTime(start);
        var intents = await CountIntentsAsync(core, batch.Number);
        if (!stopped.IsSuccess)
            throw new InvalidOperationException(stopped.Error.Message);
        var final = await core.UntilFinalAsync(id);
        var ended = TimeProvider.System.GetElapsedTime(start);
        if (await CountIntentsAsync(core, batch.Number) != intents)
            throw new InvalidOperationException("Calls were intended after the cancel.");
        // What was intended and not yet sent is taken back.
        var (called, _) = site.TakeCalls();
        if (called.Count > intents || called.Values.Any(times => times != 1)
            || final.Counts.Completed != called.Count || final.Counts.Canceled != Calls - called.Count)
            throw new InvalidOperationException($"{called.Count} of {intents} intended calls were made; the batch ended with {final.Counts}.");
        return (committed, ended);
    }

    private static async Task<int> CountIntentsAsync(CoreHost core, int batch)
    {
        var (first, last) = CallKey.RangeOf(batch);
        await using var context = await core.Service<Database>().ReadAsync(default);
        return await context.CallAttempts.CountAsync(attempt => attempt.CallKey >= first && attempt.CallKey <= last);
    }

    private static string Describe(List<TimeSpan> times) =>
        $"{Percentile(times, 50).TotalMilliseconds:N0} ms (median), {Percentile(times, 99).TotalMilliseconds:N0} ms (p99)";

    private static TimeSpan Percentile(List<TimeSpan> times, int percent) =>
        times.Order().ElementAt((int)Math.Ceiling(times.Count * percent / 100.0) - 1);
}
