using System.Net;
using System.Text;
using System.Text.Json;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>Real requests to every operation, each of whose answers is held against the document.</summary>
public sealed class ApiContractTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Nothing = "01a20985-cd99-75f3-8a01-3f0509b360e8";

    // What no request brings about here; ApiContractFaultTests provoke them.
    private static readonly int[] Elsewhere = [403, 429, 500, 503];
    private static readonly string[] NotHere = ["POST /providers/bland/events 200"];

    private readonly HashSet<string> _seen = [];
    private ApiContract _contract = null!;

    [Fact]
    public async Task Every_operation_answers_as_the_document_says()
    {
        _contract = await ApiContract.OfAsync(app.App);
        var waiting = await app.CreateWaitingAsync("Waiting");
        var done = await app.CreateFromFileAsync(ApiApp.SeedTable, new { global = new { task = "Hi." } });
        await app.UntilFinalAsync(done);

        await StrangersAreRefusedAsync();
        await CreatingAsync();
        await WatchingAsync(waiting, done);
        await DecidingAsync();
        await CommandingAsync(waiting, done);
        await CallbacksAsync();

        var told = _contract.Operations.SelectMany(operation =>
            operation.Statuses.Except(Elsewhere).Select(status => $"{operation.Name} {status}"));
        Assert.Empty(told.Except(_seen).Except(NotHere));
    }

    [Fact]
    public async Task No_request_that_is_bent_out_of_shape_makes_the_server_fail()
    {
        var contract = await ApiContract.OfAsync(app.App);
        var id = await app.CreateWaitingAsync("Bent");
        var call = (await app.CallsAsync($"batch_id={id}&limit=1"))[0].GetProperty("call_id").GetString()!;
        var bent = new BentRequests(contract, [id, call], seed: 20260701);

        foreach (var operation in contract.Operations.Where(operation => operation.NeedsKey))
        {
            foreach (var (request, told) in bent.Of(operation))
            {
                var reply = await app.Api.SendAsync(request);

                Assert.True((int)reply.Status < 500, $"{reply.Status}: {reply.Body}\n{told}");
                contract.AssertFits(operation, reply, told);
            }
        }

        (await app.Api.PostAsync("/v2/dialling/resume")).Succeeded();
    }

    private async Task StrangersAreRefusedAsync()
    {
        using var stranger = app.App.CreateApiClient(null);
        foreach (var operation in _contract.Operations.Where(operation => operation.NeedsKey))
            await AskAsync(operation.Name, 401, Nothing, client: stranger);
        await AskAsync("GET /health/live", 200, client: stranger);
        await AskAsync("GET /health/ready", 200, client: stranger);
        await AskAsync("GET /v1/me", 200);
    }

    private async Task CreatingAsync()
    {
        const string batch = """{"global": {"task": "Hi."}, "call_objects": [{"phone_number": "+12125550110"}]}""";
        var large = new string('x', 1024 * 1024 + 1);
        foreach (var path in new[] { "/v2/batches/create", "/v2/batches", "/v1/batches" })
        {
            await AskAsync("POST " + path, 200, body: batch, key: path);
            await AskAsync("POST " + path, 409, body: batch + " ", key: path);
            await UploadAsync("POST " + path);
            await AskAsync("POST " + path, 400, body: """{"global": {"voce": 1}, "call_objects": []}""");
            await AskAsync("POST " + path, 413, body: large);
            await AskAsync("POST " + path, 415, body: batch, type: "text/plain");
        }

        const string call = """{"phone_number": "+12125550111", "task": "Hi."}""";
        await AskAsync("POST /v1/calls", 200, body: call, key: "call");
        await AskAsync("POST /v1/calls", 409, body: call + " ", key: "call");
        await AskAsync("POST /v1/calls", 400, body: "{}");
        await AskAsync("POST /v1/calls", 413, body: large);
        await AskAsync("POST /v1/calls", 415, body: call, type: "text/plain");
    }

    /// <summary>Both the parts that are taken and the answer are as the document says.</summary>
    private async Task UploadAsync(string name)
    {
        var operation = _contract.Operations.Single(operation => operation.Name == name);
        var parts = operation.Said["requestBody"]!["content"]!["multipart/form-data"]!;
        var request = new { description = "From a file", global = new { task = "Hi {{name}}." }, column_mapping = new { who = "request_data.name" } };
        Assert.Equal(["file", "request"], parts["schema"]!["required"]!.AsArray().Select(part => (string?)part).Order());
        Assert.Equal("application/json", (string?)parts["encoding"]!["request"]!["contentType"]);
        _contract.AssertValid(parts["schema"]!["properties"]!["request"]!, JsonSerializer.SerializeToElement(request), name);

        var reply = await app.Api.PostFileAsync(operation.Path, "recipients.csv", "phone_number,who\n+12125550112,Ann\n"u8.ToArray(), request);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        _contract.AssertFits(operation, reply, name);
        var batch = await app.UntilFinalAsync(ApiApp.IdOf(reply));
        Assert.Equal((1, 0), (batch.GetProperty("calls_total").GetInt32(), batch.GetProperty("calls_skipped").GetInt32()));
    }

    private async Task WatchingAsync(string waiting, string done)
    {
        await AskAsync("GET /v2/batches/list", 200, query: "?take=1");
        await AskAsync("GET /v2/batches/list", 200);
        await AskAsync("GET /v2/batches/list", 400, query: "?take=0&status=x");
        await AskAsync("GET /v1/batches", 200, query: "?limit=1");
        await AskAsync("GET /v1/batches", 400, query: "?limit=0");
        await AskAsync("GET /v1/batches/{id}", 400, done, "?include_calls=x");
        await AskAsync("GET /v1/batches/{id}", 404, Nothing);
        foreach (var id in new[] { waiting, done })
        {
            await AskAsync("GET /v2/batches/{id}", 200, id);
            foreach (var query in new[] { "", "?include_calls", "?include_transcripts" })
                await AskAsync("GET /v1/batches/{id}", 200, id, query);
        }

        await AskAsync("GET /v2/batches/{id}", 404, Nothing);
        foreach (var part in new[] { "logs", "skipped.csv", "calls.csv" })
        {
            await AskAsync($"GET /v2/batches/{{id}}/{part}", 200, done);
            await AskAsync($"GET /v2/batches/{{id}}/{part}", 400, done, part == "logs" ? "?direction=up" : "?raw=x");
            await AskAsync($"GET /v2/batches/{{id}}/{part}", 404, Nothing);
        }

        await AskAsync("GET /v1/calls", 200);
        await AskAsync("GET /v1/calls", 200, query: "?status=skipped,queued&limit=1");
        await AskAsync("GET /v1/calls", 400, query: "?status=x&limit=0");
        await AskAsync("GET /v1/calls", 404, query: "?batch_id=" + Nothing);
        await AskAsync("GET /v1/calls/{id}", 404, Nothing);
        foreach (var call in await app.CallsAsync("status=completed,queued,skipped"))
            await AskAsync("GET /v1/calls/{id}", 200, call.GetProperty("call_id").GetString());
    }

    private async Task DecidingAsync()
    {
        var batch = await app.CreateWaitingAsync("In doubt");
        await app.App.BringIntoReviewAsync(batch);
        var calls = (await app.CallsAsync("status=review&batch_id=" + batch)).Select(call => call.GetProperty("call_id").GetString()).ToArray();
        await AskAsync("GET /v1/calls/{id}", 200, calls[0]);
        await AskAsync("POST /v1/calls/{id}/stop", 409, calls[0]);
        foreach (var (decision, call) in new[] { "was_called", "call_again" }.Zip(calls))
        {
            var operation = $"POST /v1/calls/{{id}}/{decision}";
            await AskAsync(operation, 404, Nothing);
            await AskAsync(operation, 200, call);
            await AskAsync(operation, 409, call);
        }
    }

    private async Task CommandingAsync(string waiting, string done)
    {
        await AskAsync("POST /v2/dialling/stop", 200);
        await AskAsync("GET /v2/dialling", 200);
        await AskAsync("GET /v2/batches/{id}", 200, waiting);
        await AskAsync("POST /v2/dialling/resume", 200);
        await AskAsync("GET /v2/dialling", 200);
        foreach (var command in new[] { "pause", "resume" })
        {
            await AskAsync($"POST /v2/batches/{{id}}/{command}", 200, waiting);
            await AskAsync($"POST /v2/batches/{{id}}/{command}", 404, Nothing);
            await AskAsync($"POST /v2/batches/{{id}}/{command}", 409, done);
        }

        var call = (await app.CallsAsync($"batch_id={waiting}&limit=1"))[0].GetProperty("call_id").GetString();
        await AskAsync("POST /v1/calls/{id}/stop", 200, call);
        await AskAsync("POST /v1/calls/{id}/stop", 404, Nothing);
        foreach (var version in new[] { "v1", "v2" })
        {
            var stop = $"POST /{version}/batches/{{id}}/stop";
            await AskAsync(stop, 200, waiting, body: """{"hang_up": true}""");
            await AskAsync(stop, 400, waiting, body: """{"hang_up": "perhaps"}""");
            await AskAsync(stop, 404, Nothing);
            await AskAsync(stop, 413, waiting, body: new string(' ', 65 * 1024));
        }

        await app.UntilFinalAsync(waiting);
        await AskAsync("GET /v2/batches/{id}", 200, waiting);
        await AskAsync("GET /v2/batches/{id}/logs", 200, waiting);
    }

    private async Task CallbacksAsync()
    {
        const string operation = "POST /providers/bland/events";
        await AskAsync(operation, 401, body: "{}");
        await AskAsync(operation, 400, body: "{}", isSigned: true);
        await AskAsync(operation, 202, body: $$"""{"call_id": "{{Nothing}}"}""", isSigned: true);
        await AskAsync(operation, 413, body: new string(' ', 4 * 1024 * 1024 + 1), isSigned: true);
    }

    private async Task AskAsync(
        string name, int status, string? id = null, string query = "", string? body = null, string? key = null,
        string type = "application/json", bool isSigned = false, ApiClient? client = null)
    {
        var operation = _contract.Operations.Single(operation => operation.Name == name);
        var address = operation.Path.Replace("{id}", id, StringComparison.Ordinal) + query;
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (isSigned)
            request.Headers.Add("X-Webhook-Signature", FakeCallbacks.Sign(Encoding.UTF8.GetBytes(body!), ApiApp.WebhookSecret));

        var reply = await (client ?? app.Api).SendAsync(request);

        Assert.True(status == (int)reply.Status, $"{name} is answered with {(int)reply.Status} instead of {status}: {reply.Body}");
        _contract.AssertFits(operation, reply, address);
        _seen.Add($"{name} {status}");
    }
}
