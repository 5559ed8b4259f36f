using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class CallDecisionEndpointTests(ApiApp app)
{
    [Fact]
    public async Task Calls_under_review_are_listed_and_each_is_decided_once()
    {
        var id = await app.CreateWaitingAsync("In doubt");
        var waiting = (await app.CallsAsync($"batch_id={id}&limit=1"))[0].GetProperty("call_id").GetString();
        await AssertRefusedAsync(waiting, "There is nothing to decide about this call");
        await app.App.BringIntoReviewAsync(id);
        var review = await app.CallsAsync("status=review");
        Assert.Equal([id, id], review.Select(call => call.GetProperty("batch_id").GetString()));
        var (called, again) = (review[0].GetProperty("call_id").GetString(), review[1].GetProperty("call_id").GetString());

        (await app.Api.PostAsync($"/v1/calls/{called}/was_called")).Succeeded();
        var reply = (await app.Api.PostAsync($"/v1/calls/{again}/call_again")).Succeeded();

        var repeated = await app.UntilFinalAsync(reply.Json.GetProperty("batch_id").GetString()!);
        Assert.Equal(1, repeated.GetProperty("calls_total").GetInt32());
        var dialled = Assert.Single(app.App.Ledger.Read(), call => call.BatchId == repeated.GetProperty("id").GetGuid());
        Assert.Equal(review[1].GetProperty("to").GetString(), dialled.To);
        Assert.Empty(await app.CallsAsync("status=review"));
        await AssertRefusedAsync(called, "Somebody has decided about this call");
        await AssertRefusedAsync(again, "Somebody has decided about this call");
        Assert.Equal("launched, review_was_called, review_call_again", string.Join(", ", (await app.LogsAsync(id)).Select(ActionOf).OfType<string>()));
    }

    private static string? ActionOf(JsonElement entry) =>
        entry.GetProperty("payload").TryGetProperty("action", out var action) ? action.GetString() : null;

    private async Task AssertRefusedAsync(string? call, string words)
    {
        foreach (var decision in new[] { "was_called", "call_again" })
        {
            var reply = await app.Api.PostAsync($"/v1/calls/{call}/{decision}");
            Assert.Equal(HttpStatusCode.Conflict, reply.Status);
            Assert.StartsWith(words, reply.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }
}
