using System.Text.Json;
using BatchDashboard.Tests.Endpoints;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>What the webhook of a call is told before its end, by <c>webhook_events</c>.</summary>
public sealed class CallEventTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    [Theory]
    [InlineData("+12015550102", "queue call", "dialing ringing no-answer")]
    [InlineData("+12025550102", "call", "ringing no-answer")]
    [InlineData("+12035550102", "queue", "dialing no-answer")]
    [InlineData("+12055550102", "latency tool", "no-answer")]
    public async Task A_webhook_is_told_what_it_asks_for_and_the_end(string number, string events, string told)
    {
        var path = $"/events/{number[1..]}";
        var call = await CreateAsync(path, number, events.Split(' '));

        await WebhookSite.UntilAsync(() => Told(path) == told, () => $"all is told: {Told(path)}");

        foreach (var message in site.Receiver.At(path).Select(message => message.Json).Where(IsEvent))
        {
            Assert.Equal(["event", "call_id", "batch_id", "status", "timestamp"], message.EnumerateObject().Select(field => field.Name));
            Assert.Equal(message.GetProperty("status").GetString() == "dialing" ? "queue" : "call", message.GetProperty("event").GetString());
            Assert.Equal(call, message.GetProperty("call_id").GetString());
            Assert.Equal(
                (await site.Api.GetAsync($"/v1/calls/{call}")).Json.GetProperty("batch_id").GetString(),
                message.GetProperty("batch_id").GetString());
        }
    }

    [Fact]
    public async Task A_call_that_is_dialled_again_tells_so()
    {
        const string path = "/events/again";
        await CreateAsync(path, "+12065550102", ["call"], new { no_answer = new[] { 60 } });

        await WebhookSite.UntilAsync(() => Told(path) == "queued ringing", () => $"it waits for its next dial: {Told(path)}");
    }

    [Fact]
    public async Task Events_that_nobody_can_be_told_are_named_in_the_log_of_the_batch()
    {
        var batch = ApiApp.IdOf(await site.Api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Say hello.", webhook_events = new[] { "queue" } },
            call_objects = new[] { new { phone_number = "+12075550101", webhook_events = new[] { "call", "latency" } } },
        }));

        var log = (await site.Api.GetAsync($"/v2/batches/{batch}/logs")).Data.EnumerateArray();
        var ignored = log.Select(entry => entry.GetProperty("payload")).Single(payload => payload.TryGetProperty("settings", out _));
        Assert.Equal("webhook_events other than queue and call", ignored.GetProperty("settings")[0].GetString());
    }

    private async Task<string> CreateAsync(string path, string number, string[] events, object? retry = null)
    {
        var reply = await site.Api.PostAsync("/v1/calls", new
        {
            phone_number = number,
            task = "Say hello.",
            webhook = site.Receiver.UrlOf(path),
            webhook_events = events,
            retry,
        });
        return reply.Succeeded().Json.GetProperty("call_id").GetString()!;
    }

    /// <summary>Sorted by name, the end last: messages about calls come in any order.</summary>
    private string Told(string path) => string.Join(' ', site.Receiver.At(path).Select(message => message.Json)
        .OrderBy(message => !IsEvent(message)).ThenBy(StatusOf, StringComparer.Ordinal).Select(StatusOf));

    private static string? StatusOf(JsonElement message) => message.GetProperty("status").GetString();

    private static bool IsEvent(JsonElement message) => message.TryGetProperty("event", out _);
}
