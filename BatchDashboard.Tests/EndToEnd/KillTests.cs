using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>kill -9 in the middle of a batch: nobody is called twice, and nobody is forgotten.</summary>
public sealed class KillTests(ITestOutputHelper output) : AppTest(output)
{
    private const int Recipients = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_batch_that_is_killed_again_and_again_calls_everybody_once()
    {
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "100",
            ["Dispatch:MaxCallsPerSecond"] = "400",
            ["Dispatch:LeaseSeconds"] = "4",
        });
        var batch = await CreateAsync(app);

        foreach (var dialled in (int[])[1, 300, 800, 1300, 1800])
        {
            await Eventually.TrueAsync(
                () => app.Ledger.Read().Count >= dialled, Patience, () => $"{dialled} calls are placed.\n{app.Log.Text}");
            await app.KillAsync();
            await app.RestartAsync();
        }

        var final = await app.UntilFinishedAsync(batch);
        Assert.Equal(Recipients, final.GetProperty("calls_total").GetInt32());
        Assert.Equal(0, final.GetProperty("outcomes").GetProperty("unknown").GetInt32());
        var dials = app.Ledger.DialsByNumber();
        Assert.Equal(Recipients, dials.Count);
        Assert.All(dials, number => Assert.Equal(1, number.Value));
    }

    private static async Task<string> CreateAsync(RunningApp app)
    {
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Say hello to {{name}}." },
            call_objects = Enumerable.Range(0, Recipients)
                .Select(i => new { phone_number = CoreHost.Number(i), request_data = new { name = $"Person {i}" } }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }
}
