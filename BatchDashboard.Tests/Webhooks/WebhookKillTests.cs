using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>kill -9 between what happened and its delivery.</summary>
public sealed class WebhookKillTests(ITestOutputHelper output) : AppTest(output)
{
    [Fact]
    public async Task What_was_not_delivered_before_a_kill_is_delivered_after_it_once_and_in_order()
    {
        int port;
        await using (var first = await WebhookReceiver.StartAsync())
            port = first.Port;
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "100",
            ["Webhooks:AllowedHosts"] = "127.0.0.1",
        });
        // Nobody listens.
        using (var api = app.CreateApiClient())
        {
            var id = ApiApp.IdOf(await api.PostAsync("/v2/batches/create", new
            {
                global = new { task = "Say hello." },
                status_webhook = $"http://127.0.0.1:{port}/hook",
                call_objects = new[] { new { phone_number = "+12125550101" } },
            }));
            await app.UntilFinishedAsync(id);
        }

        await app.KillAsync();
        await using var receiver = await WebhookReceiver.StartAsync(port);
        await app.RestartAsync();

        await WebhookSite.UntilAsync(() => receiver.Received.Count == 4, "all phases are told");
        Assert.Equal(
            "validating dispatching in_progress completed", string.Join(' ', receiver.Received.Select(message => message.Status)));
    }
}
