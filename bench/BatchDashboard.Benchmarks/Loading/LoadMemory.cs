using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>P2: the most memory the whole app takes while it receives and loads a file.</summary>
internal static partial class LoadMemory
{
    private const string ApiKey = "bd_bench_0123456789abcdef0123456789ab";

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
        var folder = Directory.CreateTempSubdirectory("batchdashboard-memory-");
        using var app = Start(folder.FullName);
        try
        {
            using var api = new HttpClient { BaseAddress = await AddressAsync(app) };
            api.DefaultRequestHeaders.TryAddWithoutValidation("authorization", ApiKey);
            await UntilLoadedAsync(api, await CreateAsync(api, file), file.Rows);
            return ProcessMemory.PeakMegabytes(app.Id);
        }
        finally
        {
            app.Kill();
            await app.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BatchDashboard.Web.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Storage__DataDirectory"] = folder;
        start.Environment["Bootstrap__OwnerEmail"] = "owner@example.test";
        start.Environment["Bootstrap__OwnerPassword"] = "Seven-purple-lanterns-7";
        start.Environment["Bootstrap__ApiKey"] = ApiKey;
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process app)
    {
        while (await app.StandardOutput.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } match)
                return new Uri(match.Groups["address"].Value);
        throw new InvalidOperationException("The app ended before it listened.");
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

    [GeneratedRegex(@"Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();
}
