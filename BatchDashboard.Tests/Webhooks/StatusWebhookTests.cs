using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>Each kind of batch, as the receiver of its status webhook sees it.</summary>
public sealed class StatusWebhookTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    [Theory]
    [InlineData("completed", "", "validating dispatching in_progress completed")]
    [InlineData("partial", "", "validating dispatching in_progress completed_partial")]
    [InlineData("chunked", "", "validating dispatching in_progress_chunked completed")]
    [InlineData("scheduled", "", "validating dispatching waiting_for_scheduled_calls in_progress completed")]
    [InlineData("skipped", "no_valid_recipients", "validating failed")]
    [InlineData("unreadable", "source_invalid", "validating failed")]
    [InlineData("cancelled", "batch_cancelled", "validating dispatching waiting_for_scheduled_calls completed_partial")]
    public async Task A_receiver_sees_each_phase_once_and_in_order(string kind, string code, string phases)
    {
        var path = $"/{kind}";
        var id = ApiApp.IdOf(await site.Api.PostAsync("/v2/batches/create", Request(kind, site.Receiver.UrlOf(path))));
        if (kind == "cancelled")
        {
            await WebhookSite.UntilAsync(() => site.Receiver.At(path).Count == 3, "it waits");
            await site.Api.PostAsync($"/v2/batches/{id}/stop");
        }

        var expected = phases.Split(' ');
        await WebhookSite.UntilAsync(() => site.Receiver.At(path).Count == expected.Length, () => $"all phases: {Said(path)}");

        var received = site.Receiver.At(path);
        Assert.Equal(expected, received.Select(message => message.Status));
        Assert.All(received, message => Assert.Equal(id, message.Json.GetProperty("batch_id").GetString()));
        Assert.All(received, AssertSigned);
        Assert.Equal(received.Count, received.Select(message => message.Id).Distinct().Count());
        Assert.Equal(received.Select(message => At(message.Json)), received.Select(message => At(message.Json)).Order());
        Assert.All(received.SkipLast(1), message => Assert.Matches(
            @"^Requested: \d+\. Validated: \d+\. Dispatched: \d+\. CPS: \d+\.\d\d\.$", message.Json.GetProperty("message").GetString()));
        await AssertEndAsync(id, code, received[^1].Json);
    }

    [Fact]
    public async Task A_batch_of_the_wizard_tells_its_phases_too()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var core = await CoreHost.StartAsync(("Webhooks:AllowedHosts", "127.0.0.1"));

        await core.LaunchAsync(CoreHost.Numbers(1), draft => draft.StatusWebhook = $" {receiver.UrlOf("/wizard")} ");

        await WebhookSite.UntilAsync(
            () => receiver.At("/wizard").Select(message => message.Status).SequenceEqual(["validating", "dispatching", "in_progress", "completed"]),
            () => $"all phases: {string.Join(' ', receiver.At("/wizard").Select(message => message.Status))}");
    }

    private async Task AssertEndAsync(string id, string code, JsonElement end)
    {
        var batch = await site.Api.GetAsync($"/v2/batches/{id}");
        Assert.Equal(code, end.TryGetProperty("code", out var told) ? told.GetString() : "");
        Assert.False(end.TryGetProperty("message", out _));
        if (code.Length > 0)
            Assert.Equal(batch.Data.GetProperty("reason").GetString(), end.GetProperty("reason").GetString());
        if (end.GetProperty("status").GetString() == "failed")
            return;
        var total = batch.Data.GetProperty("calls_total").GetInt32();
        var successful = batch.Data.GetProperty("calls_successful").GetInt32();
        Assert.Equal(
            (total, successful, total - successful),
            (Count("calls_total"), Count("calls_successful"), Count("calls_failed")));

        int Count(string name) => end.GetProperty(name).GetInt32();
    }

    private static void AssertSigned(ReceivedWebhook message)
    {
        var key = Encoding.UTF8.GetBytes(WebhookSite.Secret);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(key, message.Body)), message.Headers["X-Webhook-Signature"]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{message.Id}.{message.Headers["webhook-timestamp"]}."), .. message.Body];
        Assert.Equal($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}", message.Headers["webhook-signature"]);
        Assert.Equal("application/json", message.Headers["Content-Type"]);
    }

    private static DateTimeOffset At(JsonElement body)
    {
        var text = body.GetProperty("timestamp").GetString()!;
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", text);
        return DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Said(string path) => string.Join(' ', site.Receiver.At(path).Select(message => message.Status));

    private static object Request(string kind, string webhook)
    {
        var soon = TimeProvider.System.GetUtcNow();
        return new
        {
            global = new { task = "Say hello." },
            status_webhook = webhook,
            start_time = kind switch
            {
                "scheduled" => WebhookSite.Time(soon.AddSeconds(4)),
                "cancelled" => WebhookSite.Time(soon.AddDays(1)),
                _ => null,
            },
            // Busy, and voicemail: successful however the dice fall.
            call_objects = kind switch
            {
                "completed" => Numbers("+12125550101", "+12125550103"),
                "partial" => Numbers("+12135550101", "+10987654321"),
                "chunked" => Numbers("+13125550101", "+14155550101", "+16175550101", "+17025550101", "+13055550101"),
                "scheduled" => Numbers("+14045550101"),
                "skipped" => Numbers("+10987654321", "12"),
                "unreadable" => [new Dictionary<string, string> { ["task"] = "Call nobody." }],
                _ => Numbers("+15035550101", "+12065550101"),
            },
        };
    }

    private static Dictionary<string, string>[] Numbers(params string[] numbers) =>
        [.. numbers.Select(number => new Dictionary<string, string> { ["phone_number"] = number })];
}
