using System.Text;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>The answers that no request brings about by itself, each provoked and held against the document.</summary>
public sealed class ApiContractFaultTests(ITestOutputHelper output) : AppTest(output)
{
    private const string Nothing = "01a20985-cd99-75f3-8a01-3f0509b360e8";
    private const string Number = "+12125550110";

    // What it tells stands in memory, so nothing is left that could fail.
    private const string FromMemory = "GET /v2/dialling";

    private ApiContract _contract = null!;

    [Fact]
    public async Task A_key_without_a_scope_is_answered_as_the_document_says()
    {
        var app = await StartAsync();
        using var api = app.CreateApiClient();
        await app.ChangeDatabaseAsync("UPDATE api_keys SET scopes = 0");
        await Eventually.TrueAsync(
            async () => (int)(await api.GetAsync("/v2/dialling")).Status == 403, TimeSpan.FromSeconds(30), "the key is read again");

        await AskAllAsync(api, 403);
        Assert.Equal(["GET /v1/me"], WithKey.Where(operation => !operation.Statuses.Contains(403)).Select(operation => operation.Name));
        Assert.Equal(200, (int)(await api.GetAsync("/v1/me")).Status);
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_answered_as_the_document_says()
    {
        var app = await StartAsync(new() { ["Api:RequestsPerSecond"] = "1" });
        using var api = app.CreateApiClient();

        foreach (var operation in WithKey)
        {
            var status = 0;
            for (var request = 0; request < 100 && status != 429; request++)
                status = await AskAsync(api, operation, Nothing);
            Assert.True(status == 429, $"{operation.Name} is answered with {status}.");
        }
    }

    [Fact]
    public async Task A_failure_of_the_server_is_answered_as_the_document_says()
    {
        var app = await StartAsync();
        using var api = app.CreateApiClient();
        var call = await CallAsync(api, "2099-01-01 09:00:00 -05:00");
        foreach (var table in new[] { "batches", "calls", "installation" })
            await app.LoseTableAsync(table);

        await AskAllAsync(api, 500, call);
    }

    [Fact]
    public async Task A_provider_that_is_away_and_a_database_of_another_version_are_answered_as_the_document_says()
    {
        var fake = CloseAfterTest(await FakeBland.StartAsync(new() { CallLength = TimeSpan.FromHours(1), Callbacks = 0 }));
        var app = await StartAsync(new(fake.Settings()) { ["Providers:Bland:PollSeconds"] = "3600" });
        using var api = app.CreateApiClient();
        var call = await CallAsync(api, start: null);
        var batch = (await api.GetAsync($"/v1/calls/{call}")).Json.GetProperty("batch_id").GetString();
        await Eventually.TrueAsync(
            async () => (await api.GetAsync($"/v2/batches/{batch}")).Data.GetProperty("status").GetString() == "in_progress",
            TimeSpan.FromSeconds(60),
            "the call is taken");

        fake.FailStops(1);
        Assert.Equal(503, await AskAsync(api, Operation("POST /v1/calls/{id}/stop"), call));
        var ended = Encoding.UTF8.GetBytes(fake.Ledger.Calls.Single().Details(DateTimeOffset.MaxValue).ToJsonString());
        Assert.Equal(200, await AskAsync(api, Operation("POST /providers/bland/events"), Nothing, ended));
        await app.ChangeDatabaseAsync("DELETE FROM dashboard_migrations");
        Assert.Equal(503, await AskAsync(api, Operation("GET /health/ready"), Nothing));

        Assert.Equal(
            ["GET /health/ready", "POST /v1/calls/{id}/stop"],
            _contract.Operations.Where(operation => operation.Statuses.Contains(503)).Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    private IEnumerable<ApiOperation> WithKey => _contract.Operations.Where(operation => operation.NeedsKey);

    private ApiOperation Operation(string name) => _contract.Operations.Single(operation => operation.Name == name);

    private async Task<RunningApp> StartAsync(Dictionary<string, string>? settings = null)
    {
        var app = await StartAppAsync(settings);
        _contract = await ApiContract.OfAsync(app);
        return app;
    }

    private static async Task<string> CallAsync(ApiClient api, string? start)
    {
        var made = await api.PostAsync("/v1/calls", new { phone_number = Number, task = "Hi.", start_time = start });
        return made.Succeeded().Json.GetProperty("call_id").GetString()!;
    }

    private async Task AskAllAsync(ApiClient api, int status, string id = Nothing)
    {
        foreach (var operation in WithKey.Where(operation => operation.Statuses.Contains(status) && (status != 500 || operation.Name != FromMemory)))
            Assert.Equal((operation.Name, status), (operation.Name, await AskAsync(api, operation, id)));
    }

    /// <summary>With the body of its example, where it has one.</summary>
    private async Task<int> AskAsync(ApiClient api, ApiOperation operation, string id, byte[]? callback = null)
    {
        var request = new HttpRequestMessage(
            new HttpMethod(operation.Method), operation.Path.Replace("{id}", id, StringComparison.Ordinal));
        if (callback is not null)
        {
            request.Content = new ByteArrayContent(callback);
            request.Headers.Add("X-Webhook-Signature", FakeCallbacks.Sign(callback, FakeBlandOptions.DefaultSecret));
        }
        else if (operation.JsonBody?["example"] is { } example)
        {
            request.Content = new StringContent(example.ToJsonString(), Encoding.UTF8, "application/json");
        }

        var reply = await api.SendAsync(request);
        _contract.AssertFits(operation, reply, operation.Name);
        return (int)reply.Status;
    }
}
