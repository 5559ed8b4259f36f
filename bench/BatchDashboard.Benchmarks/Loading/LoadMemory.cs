using System.Net.Http.Json;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>P2: the most memory the whole app takes while it receives and loads a file.</summary>
internal static class LoadMemory
{
    private static readonly int[] Sizes = [100_000, 1_000_000, 2_000_000];
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        var medians = new List<double>();
        foreach (var rows in Sizes)
        {
            using var file = await RecipientFile.WriteAsync(rows);
            var peaks = new List<double>();
            for (var round = 1; round <= Rounds; round++)
                peaks.Add(await PeakAsync(file));
            medians.Add(peaks.Order().ElementAt(Rounds / 2));
            Console.WriteLine($"  peak {string.Join(", ", peaks.Select(peak => $"{peak:F0}"))} MB");
        }

        Console.WriteLine($"P2: median peak {medians.Max():F0} MB, growth from 100,000 to 2,000,000 rows {medians[^1] - medians[0]:F0} MB");
        return 0;
    }

    private static async Task<double> PeakAsync(RecipientFile file)
    {
        await using var app = await RunningApp.StartAsync();
        using var api = new HttpClient { BaseAddress = app.Address };
        api.DefaultRequestHeaders.TryAddWithoutValidation("authorization", RunningApp.ApiKey);
        await UntilLoadedAsync(api, await CreateAsync(api, file), file.Rows);
        return ProcessMemory.PeakMegabytes(app.ProcessId);
    }

    private static async Task<string> CreateAsync(HttpClient api, RecipientFile file)
    {
        await using var content = File.OpenRead(file.Path);
        using var form = new MultipartFormDataContent
        {
            // Far enough away that nothing is dialled meanwhile.
            { JsonContent.Create(new { global = new { task = "Hello.", start_time = "2099-01-01 09:00:00 -05:00" } }), "request" },
            { new StreamContent(content), "file", "recipients.csv" },
        };
        var reply = await api.PostAsync(new Uri("/v2/batches/create", UriKind.Relative), form);
        return (await DataAsync(reply)).GetProperty("batch_id").GetString()!;
    }

    private static async Task UntilLoadedAsync(HttpClient api, string batch, int rows)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        for (var seen = 0; seen < rows; await timer.WaitForNextTickAsync())
            seen = (await DataAsync(await api.GetAsync(new Uri($"/v2/batches/{batch}", UriKind.Relative))))
                .GetProperty("calls_total").GetInt32();
    }

    private static async Task<JsonElement> DataAsync(HttpResponseMessage reply)
    {
        using (reply)
        {
            var text = await reply.Content.ReadAsStringAsync();
            return reply.IsSuccessStatusCode
                ? JsonElement.Parse(text).GetProperty("data")
                : throw new InvalidOperationException(text);
        }
    }
}
