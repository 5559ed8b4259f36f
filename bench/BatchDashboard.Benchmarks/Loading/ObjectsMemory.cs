using System.Diagnostics;
using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>Call objects in the body of one request: until it is answered, until they are loaded, and the memory of the whole app.</summary>
internal static class ObjectsMemory
{
    private static readonly int[] Sizes = [1_000, 100_000, 200_000];
    private static readonly string[] Counters = ["calls_total", "calls_skipped", "calls_queued"];
    private const int Rounds = 3;

    public static async Task<int> RunAsync()
    {
        var medians = new List<double>();
        foreach (var count in Sizes)
        {
            var peaks = new List<double>();
            for (var round = 1; round <= Rounds; round++)
                peaks.Add(await PeakAsync(count));
            medians.Add(peaks.Order().ElementAt(Rounds / 2));
        }

        Console.WriteLine($"objects: growth from 100,000 to 200,000 {medians[2] - medians[1]:F0} MB, from 1,000 {medians[2] - medians[0]:F0} MB (medians)");
        return 0;
    }

    private static async Task<double> PeakAsync(int count)
    {
        await using var app = await RunningApp.StartAsync();
        using var api = new HttpClient { BaseAddress = app.Address };
        api.DefaultRequestHeaders.TryAddWithoutValidation("authorization", RunningApp.ApiKey);
        var before = ProcessMemory.ResetPeak(app.ProcessId);
        var watch = Stopwatch.StartNew();
        using var content = new Body(count);
        var batch = (await DataAsync(await api.PostAsync(new Uri("/v2/batches/create", UriKind.Relative), content))).GetProperty("batch_id").GetString();
        var (answered, whileAnswering) = (watch.Elapsed.TotalSeconds, ProcessMemory.PeakMegabytes(app.ProcessId));
        var counts = await UntilLoadedAsync(api, $"/v2/batches/{batch}", count);
        var (loaded, peak) = (watch.Elapsed.TotalSeconds, ProcessMemory.PeakMegabytes(app.ProcessId));
        Verify(counts, count);
        Console.WriteLine(
            $"  {count,9:N0} objects: answered after {answered:F2} s, loaded after {loaded:F2} s; " +
            $"{before:F0} MB before, {whileAnswering:F0} MB when answered, {peak:F0} MB at most");
        return peak;
    }

    private static async Task<JsonElement> UntilLoadedAsync(HttpClient api, string batch, int count)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var data = await DataAsync(await api.GetAsync(new Uri(batch, UriKind.Relative)));
            if (data.GetProperty("calls_total").GetInt32() >= count)
                return data;
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>A fast request for something else would be worth nothing.</summary>
    private static void Verify(JsonElement batch, int count)
    {
        var skipped = CallObjectsBody.Skipped(count);
        int[] expected = [count, skipped, count - skipped];
        int[] found = [.. Counters.Select(name => batch.GetProperty(name).GetInt32())];
        if (!found.SequenceEqual(expected))
            throw new InvalidOperationException($"All, skipped and queued are {string.Join(", ", found)} in place of {string.Join(", ", expected)}.");
    }

    private static async Task<JsonElement> DataAsync(HttpResponseMessage reply)
    {
        using (reply)
        {
            var text = await reply.Content.ReadAsStringAsync();
            return reply.IsSuccessStatusCode ? JsonElement.Parse(text).GetProperty("data") : throw new InvalidOperationException(text);
        }
    }

    private sealed class Body : HttpContent
    {
        private readonly int _count;

        public Body(int count)
        {
            _count = count;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => CallObjectsBody.WriteAsync(stream, _count);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
