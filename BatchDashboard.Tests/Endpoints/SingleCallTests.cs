using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

/// <summary><c>POST /v1/calls</c>, and stopping one call.</summary>
[Collection(ApiAppCollection.Name)]
public sealed class SingleCallTests(ApiApp app)
{
    [Fact]
    public async Task A_call_with_settings_is_made_and_known_at_once()
    {
        var created = (await app.Api.PostAsync("/v1/calls", new
        {
            phone_number = "(312) 555-0103",
            task = "Tell {{name}} about the {{service}}.",
            voice = "june",
            request_data = new { name = "Emily", service = "delivery" },
            max_duration = "12",
        })).Succeeded().Json;

        Assert.Equal("success", created.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, created.GetProperty("batch_id").ValueKind);
        var id = created.GetProperty("call_id").GetString()!;
        var call = (await app.Api.GetAsync($"/v1/calls/{id}")).Succeeded().Json;
        Assert.Equal("+13125550103", call.GetProperty("to").GetString());
        Assert.Equal(12, call.GetProperty("max_duration").GetInt32());
        Assert.Equal("Emily", call.GetProperty("variables").GetProperty("name").GetString());
        var ended = await UntilCompletedAsync(id);
        Assert.Equal("voicemail", ended.GetProperty("answered_by").GetString());
        Assert.Single(app.App.Ledger.Read(), entry => entry.To == "+13125550103");
    }

    [Fact]
    public async Task The_same_key_and_body_again_is_the_same_call()
    {
        object Body(string name) => new { phone_number = "+12125550101", task = "Hi.", request_data = new { name } };
        var key = Guid.NewGuid().ToString();

        var first = (await app.Api.PostAsync("/v1/calls", Body("Ann"), key)).Succeeded().Json.GetProperty("call_id").GetString();
        var again = (await app.Api.PostAsync("/v1/calls", Body("Ann"), key)).Succeeded().Json.GetProperty("call_id").GetString();
        var other = await app.Api.PostAsync("/v1/calls", Body("Bob"), key);

        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [Fact]
    public async Task A_call_that_waits_is_cancelled_and_its_batch_ends()
    {
        var created = (await app.Api.PostAsync(
            "/v1/calls", new { phone_number = "+12125550120", task = "Hi.", start_time = "2099-01-01 09:00:00 -05:00" })).Succeeded().Json;
        var id = created.GetProperty("call_id").GetString()!;

        Assert.Contains("cancelled", (await app.Api.PostAsync($"/v1/calls/{id}/stop")).Succeeded().Json.GetProperty("message").GetString());

        var call = (await app.Api.GetAsync($"/v1/calls/{id}")).Json;
        Assert.Equal("canceled", call.GetProperty("status").GetString());
        var batch = await app.UntilFinalAsync(call.GetProperty("batch_id").GetString()!);
        Assert.Equal(1, batch.GetProperty("calls_canceled").GetInt32());
        Assert.Contains("over already", (await app.Api.PostAsync($"/v1/calls/{id}/stop")).Succeeded().Json.GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_call_in_progress_is_hung_up()
    {
        // Ten minutes, six seconds at this speed.
        var id = (await app.Api.PostAsync("/v1/calls", new { phone_number = "+13125550107", task = "Hi." }))
            .Succeeded().Json.GetProperty("call_id").GetString()!;
        await Eventually.TrueAsync(
            async () => (await app.Api.GetAsync($"/v1/calls/{id}")).Json.GetProperty("queue_status").GetString() == "started",
            TimeSpan.FromSeconds(20),
            "the call has begun");

        var stopped = await app.Api.PostAsync($"/v1/calls/{id}/stop");

        Assert.Contains("hung up", stopped.Succeeded().Json.GetProperty("message").GetString());
        Assert.Equal("canceled", (await UntilCompletedAsync(id)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_call_that_is_not_known_cannot_be_stopped() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Api.PostAsync($"/v1/calls/{Guid.NewGuid()}/stop")).Status);

    private async Task<JsonElement> UntilCompletedAsync(string id)
    {
        var call = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                call = (await app.Api.GetAsync($"/v1/calls/{id}")).Succeeded().Json;
                return call.GetProperty("status").ValueKind != JsonValueKind.Null;
            },
            TimeSpan.FromSeconds(30),
            "the call is over");
        return call;
    }
}
