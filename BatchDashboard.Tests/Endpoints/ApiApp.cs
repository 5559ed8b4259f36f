using System.Text;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

/// <summary>One running app for the tests of a class or a collection, and what they all ask of its API.</summary>
public sealed class ApiApp : IAsyncLifetime
{
    public const string WebhookSecret = "a-secret-of-callbacks-0123456789";

    public const string Task = "Hi {{name}}, this is about your {{service}}.";

    /// <summary>The first table of the product's description.</summary>
    public const string SeedTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2

        """;

    private static readonly string[] Final = ["completed", "completed_partial", "failed", "cancelled"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public RunningApp App { get; private set; } = null!;

    public ApiClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        App = await RunningApp.StartAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "100",
            ["Import:MaxFileMegabytes"] = "1",
            ["Providers:Bland:WebhookSecret"] = WebhookSecret,
        });
        Api = App.CreateApiClient();
    }

    public async Task DisposeAsync()
    {
        Api.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>The id of a new batch with these call objects.</summary>
    public async Task<string> CreateAsync(string description, params object[] callObjects)
    {
        var request = new { description, global = new { task = Task }, call_objects = callObjects };
        return IdOf(await Api.PostAsync("/v2/batches/create", request));
    }

    /// <summary>The id of a new batch that waits for a time far away.</summary>
    /// <summary>Of two recipients, both stored.</summary>
    public async Task<string> CreateWaitingAsync(string description)
    {
        var id = IdOf(await Api.PostAsync("/v2/batches", new
        {
            description,
            start_time = "2099-01-01 09:00:00 -05:00",
            global = new { task = Task },
            call_objects = new[] { new { phone_number = "+12125550120" }, new { phone_number = "+12125550121" } },
        }));
        await UntilAsync(id, status => status == "waiting_for_scheduled_calls", "it waits");
        return id;
    }

    public async Task<string> CreateFromFileAsync(string csv, object request) =>
        IdOf(await Api.PostFileAsync("/v2/batches/create", "recipients.csv", Encoding.UTF8.GetBytes(csv), request));

    public static string IdOf(ApiReply created) => created.Data.GetProperty("batch_id").GetString()!;

    public async Task<JsonElement> BatchAsync(string id) => (await Api.GetAsync($"/v2/batches/{id}")).Data;

    /// <summary>The batch once it has ended; its counters are added up at every look.</summary>
    public async Task<JsonElement> UntilFinalAsync(string id) =>
        await UntilAsync(id, status => Final.Contains(status), "the batch ends");

    public async Task<JsonElement> UntilAsync(string id, Func<string, bool> isReached, string what)
    {
        var batch = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                batch = await BatchAsync(id);
                AssertAddsUp(batch);
                return isReached(batch.GetProperty("status").GetString()!);
            },
            Patience,
            what);
        return batch;
    }

    public async Task<JsonElement[]> CallsAsync(string query) =>
        [.. (await Api.GetAsync($"/v1/calls?{query}")).Succeeded().Json.GetProperty("calls").EnumerateArray()];

    public async Task<JsonElement[]> LogsAsync(string id) =>
        [.. (await Api.GetAsync($"/v2/batches/{id}/logs?direction=asc")).Data.EnumerateArray()];

    private static void AssertAddsUp(JsonElement batch)
    {
        int Count(string name) => batch.GetProperty($"calls_{name}").GetInt32();
        var parts = Count("queued") + Count("in_progress") + Count("successful") + Count("failed") + Count("skipped")
            + Count("canceled");
        Assert.Equal(Count("total"), parts);
        var outcomes = batch.GetProperty("outcomes").EnumerateObject().Sum(outcome => outcome.Value.GetInt32());
        Assert.Equal(Count("successful") + Count("failed"), outcomes);
    }
}
