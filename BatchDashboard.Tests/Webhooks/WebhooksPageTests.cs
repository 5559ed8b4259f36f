using BatchDashboard.Core.Webhooks;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Webhooks;
using Bunit;

namespace BatchDashboard.Tests.Webhooks;

public sealed class WebhooksPageTests : PageTest
{
    [Fact]
    public async Task Without_a_message_the_page_says_what_it_is_for()
    {
        await StartAsync();

        Assert.Equal("Nothing was sent", Open<WebhooksPage>("/settings/webhooks").Find(".empty h2").TextContent);
        Assert.Equal("None is like that", Open<WebhooksPage>("/settings/webhooks?state=failed").Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task A_message_that_was_not_taken_is_shown_with_its_tries_and_sent_again()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        receiver.Plan("/hook", new WebhookReply(503, "closed today", [("Retry-After", "3600")]));
        await StartAsync(("Webhooks:AllowedHosts", "127.0.0.1"));
        await Core.UntilFinalAsync(await Core.LaunchAsync(
            "phone_number\n+12125550101",
            draft =>
            {
                draft.Settings["webhook"] = receiver.UrlOf("/hook");
                draft.Name = "May / June";
            }));
        var queries = Core.Service<WebhookQueries>();
        await Eventually.TrueAsync(
            async () => (await queries.ListAsync(null, null, null, 9, default)) is [{ Tries.Count: 1 }], TimeSpan.FromSeconds(20), "it was tried");

        var page = Open<WebhooksPage>("/settings/webhooks?state=pending");
        var row = page.Find("tbody tr").TextContent;
        Assert.Contains("busy", row, StringComparison.Ordinal);
        Assert.Contains("Row 2 of May / June", row, StringComparison.Ordinal);
        Assert.Contains("1 attempt, answered 503.", row, StringComparison.Ordinal);
        Assert.Contains("Next try", row, StringComparison.Ordinal);
        await PressAsync(page, "Show tries");
        Assert.Contains("closed today", page.Find(".tries").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Try now");

        await Eventually.TrueAsync(() => receiver.Received.Count == 2, TimeSpan.FromSeconds(20), "it is sent again");
        Assert.Single(receiver.Received.Select(message => message.Id).Distinct());
        await Eventually.TrueAsync(
            async () => (await queries.ListAsync(null, WebhookState.Delivered, null, 9, default)).Count == 1, TimeSpan.FromSeconds(20), "it is delivered");
        Assert.Contains("2 attempts, taken with 200.", Open<WebhooksPage>("/settings/webhooks?state=delivered").Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_is_not_reached_and_the_page_says_how_it_could_be()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync(
            "phone_number\n+12125550101", draft => draft.Settings["webhook"] = receiver.UrlOf("/hook")));
        await Eventually.TrueAsync(
            async () => (await Core.Service<WebhookQueries>().ListAsync(null, null, null, 9, default)) is [{ Tries.Count: > 0 }],
            TimeSpan.FromSeconds(20),
            "it was tried");

        var page = Open<WebhooksPage>("/settings/webhooks");
        Assert.Contains("name its host in Webhooks:AllowedHosts", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Empty(receiver.Received);
    }

    [Fact]
    public async Task The_secret_is_shown_when_asked_for_and_can_be_replaced()
    {
        await StartAsync();
        var signer = Core.Service<WebhookSigner>();
        await Eventually.TrueAsync(() => signer.Secret.Length > 0, TimeSpan.FromSeconds(20), "there is one");
        var before = signer.Secret;
        var page = Open<WebhooksPage>("/settings/webhooks");
        Assert.DoesNotContain(before, page.Markup, StringComparison.Ordinal);

        await PressAsync(page, "Show secret");
        Assert.Equal(before, page.Find(".secret").TextContent);
        await PressAsync(page, "Replace");
        await page.Find("[aria-labelledby=replace-secret]").KeyDownAsync("Escape");
        Assert.Empty(page.FindAll("[aria-labelledby=replace-secret]"));
        await PressAsync(page, "Replace");
        await PressAsync(page, "Replace it");

        Assert.NotEqual(before, signer.Secret);
        page.WaitForAssertion(() => Assert.Equal(signer.Secret, page.Find(".secret").TextContent));
    }
}
