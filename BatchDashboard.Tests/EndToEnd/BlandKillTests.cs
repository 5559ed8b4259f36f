using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>kill -9 with a provider that loses and fails, and that cannot be given the same key again.</summary>
public sealed class BlandKillTests(ITestOutputHelper output) : AppTest(output)
{
    private const int Recipients = 300;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Nobody_is_rung_up_twice_and_whoever_was_not_is_up_to_a_person()
    {
        var fake = CloseAfterTest(await FakeBland.StartAsync(new()
        {
            FaultShare = 0.2,
            CallLength = TimeSpan.FromSeconds(1),
            ListLag = TimeSpan.FromSeconds(1),
            RetryAfterSeconds = 1,
            Callbacks = 0,
        }));
        var app = await StartAppAsync(new Dictionary<string, string>(fake.Settings())
        {
            ["Dispatch:MaxCallsPerSecond"] = "60",
            ["Dispatch:LeaseSeconds"] = "4",
            ["Dispatch:ReviewAfterSeconds"] = "12",
        });
        var batch = await CreateAsync(app);

        foreach (var placed in (int[])[1, 40, 80, 120, 160, 200])
        {
            await Eventually.TrueAsync(
                () => fake.Ledger.Calls.Count >= placed, Patience, () => $"{placed} calls are placed.\n{app.Log.Text}");
            await app.KillAsync();
            await app.RestartAsync();
        }

        var final = await app.UntilFinishedAsync(batch);
        Assert.All(fake.Ledger.Calls.GroupBy(call => call.To), calls => Assert.Single(calls));
        Assert.Equal(Recipients, final.GetProperty("calls_total").GetInt32());
        // Every call that was placed was found again, whatever became of its reply and of the process.
        Assert.Equal(
            Recipients - fake.Ledger.Calls.Count, final.GetProperty("outcomes").GetProperty("unknown").GetInt32());
    }

    private static async Task<string> CreateAsync(RunningApp app)
    {
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Say hello." },
            call_objects = Enumerable.Range(0, Recipients).Select(i => new { phone_number = CoreHost.Number(i) }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }
}
