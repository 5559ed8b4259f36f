using System.Net;
using System.Text.Json;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class BatchCommandTests(ApiApp app)
{
    [Theory]
    [InlineData("/v2/batches/{0}/stop")]
    [InlineData("/v1/batches/{0}/stop")]
    public async Task A_stopped_batch_is_cancelled_and_stopping_it_again_is_fine(string path)
    {
        var id = await app.CreateWaitingAsync("To be stopped");

        (await app.Api.PostAsync(string.Format(null, path, id), new { hang_up = true })).Succeeded();
        var batch = await app.UntilFinalAsync(id);
        (await app.Api.PostAsync(string.Format(null, path, id))).Succeeded();

        Assert.Equal("cancelled", batch.GetProperty("status").GetString());
        Assert.Equal("batch_cancelled", batch.GetProperty("code").GetString());
        Assert.Equal(2, batch.GetProperty("calls_canceled").GetInt32());
        Assert.Equal(JsonValueKind.Null, batch.GetProperty("waiting_for").ValueKind);
        var calls = await app.CallsAsync($"batch_id={id}&status=canceled");
        Assert.Equal(2, calls.Length);
    }

    [Fact]
    public async Task The_older_shape_knows_three_final_names_only()
    {
        var id = await app.CreateWaitingAsync("To be stopped");
        await app.Api.PostAsync($"/v1/batches/{id}/stop");
        await app.UntilFinalAsync(id);

        var reply = await app.Api.GetAsync($"/v1/batches/{id}?include_calls=true&include_transcripts=true");
        var older = reply.Succeeded().Json;

        Assert.Equal("completed_partial", older.GetProperty("status").GetString());
        Assert.Equal("batch_cancelled", older.GetProperty("code").GetString());
        Assert.Equal(2, older.GetProperty("calls_total").GetInt32());
        Assert.Equal(0, older.GetProperty("calls_in_progress").GetInt32());
        Assert.Equal(2, older.GetProperty("call_data").GetArrayLength());
        Assert.True(older.GetProperty("call_data")[0].TryGetProperty("transcripts", out _));
        Assert.False((await app.Api.GetAsync($"/v1/batches/{id}")).Json.TryGetProperty("call_data", out _));
    }

    [Fact]
    public async Task A_batch_pauses_and_resumes_until_it_is_finished()
    {
        var id = await app.CreateWaitingAsync("To be paused");

        (await app.Api.PostAsync($"/v2/batches/{id}/pause")).Succeeded();
        Assert.True((await app.BatchAsync(id)).GetProperty("paused").GetBoolean());
        (await app.Api.PostAsync($"/v2/batches/{id}/resume")).Succeeded();
        Assert.False((await app.BatchAsync(id)).GetProperty("paused").GetBoolean());

        await app.Api.PostAsync($"/v2/batches/{id}/stop");
        await app.UntilFinalAsync(id);
        var late = await app.Api.PostAsync($"/v2/batches/{id}/pause");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("BATCH_FINISHED", late.Json.GetProperty("errors")[0].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_batch_that_is_not_due_waits_for_its_time()
    {
        var id = await app.CreateWaitingAsync("Later");

        var batch = await app.UntilAsync(id, status => status == "waiting_for_scheduled_calls", "it waits");

        Assert.Equal(2, batch.GetProperty("calls_queued").GetInt32());
        var call = (await app.CallsAsync($"batch_id={id}&completed=false&limit=1"))[0];
        Assert.Equal(JsonValueKind.Null, call.GetProperty("status").ValueKind);
        Assert.Equal("queued", call.GetProperty("queue_status").GetString());
        var detail = (await app.Api.GetAsync($"/v1/calls/{call.GetProperty("call_id").GetString()}")).Succeeded().Json;
        foreach (var waiting in new[] { batch.GetProperty("waiting_for"), detail.GetProperty("waiting_for") })
        {
            Assert.Equal("start_time", waiting.GetProperty("code").GetString());
            Assert.Equal("The batch starts later.", waiting.GetProperty("message").GetString());
            Assert.Equal(new DateTimeOffset(2099, 1, 1, 14, 0, 0, TimeSpan.Zero), waiting.GetProperty("next_at").GetDateTimeOffset());
        }

        await app.Api.PostAsync($"/v2/batches/{id}/stop");
    }

    [Theory]
    [InlineData("{\"hang_up\":tru}", "line 1, byte 15")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\"hang_up\":7}", "true or false")]
    [InlineData("{\"hang_up\":\"\\ud800\"}", "character that is broken")]
    [InlineData("{\"hang_u\\udc00\":true}", "character that is broken")]
    public async Task A_broken_body_of_a_stop_is_refused_and_stops_nothing(string body, string words)
    {
        var id = await app.CreateWaitingAsync("Goes on");

        var reply = await app.Api.SendAsync(
            new(HttpMethod.Post, $"/v2/batches/{id}/stop") { Content = new StringContent(body) });

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains(words, reply.Body, StringComparison.Ordinal);
        var log = await app.LogsAsync(id);
        Assert.DoesNotContain(log, entry => entry.GetProperty("payload").TryGetProperty("action", out var action)
            && action.GetString() == "cancelled");
        await app.Api.PostAsync($"/v2/batches/{id}/stop");
    }
}
