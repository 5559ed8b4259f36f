using System.Reflection;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Settings;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Settings;

public sealed class ProvidersPageTests : PageTest
{
    private const string Secret = "org_an-entered-key-1a2b";

    [Fact]
    public async Task It_says_which_provider_is_the_default_and_which_lacks_a_key()
    {
        await StartAsync();

        var page = Render<ProvidersPage>();

        Assert.Contains("New batches use Sandbox", page.Find(".intro").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Default", "Ready"], Chips(page, "Sandbox"));
        Assert.Equal(["No key"], Chips(page, "Bland"));
        Assert.Empty(page.FindAll("#sandbox-key"));
    }

    [Fact]
    public async Task A_key_is_entered_checked_and_removed_and_never_shown_again()
    {
        await using var fake = await FakeBland.StartAsync(new() { ApiKey = Secret });
        await StartAsync(("Providers:Bland:BaseUrl", fake.Address));
        var page = Render<ProvidersPage>();

        page.Find("#bland-key").Change(Secret);
        await page.InvokeAsync(() => page.Find("#bland-key").Closest("form")!.SubmitAsync());

        Assert.Contains("It ends in …1a2b", Panel(page, "Bland").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ready"], Chips(page, "Bland"));
        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);

        await CheckAsync(page, "Bland");
        Assert.Equal("Bland answers, and the key is good.", page.Find(".fine").TextContent);

        await PressAsync(page, "Remove key");
        Assert.Equal(["Ready"], Chips(page, "Bland"));
        await PressAsync(page, "Remove it");
        Assert.Equal(["No key"], Chips(page, "Bland"));
        Assert.Empty(page.FindAll(".fine"));
    }

    [Fact]
    public async Task A_configured_key_wins_and_the_page_says_so()
    {
        await StartAsync(("Providers:Bland:ApiKey", "org_the-configured-key-9z8y"));
        await Core.Service<ProviderKeys>().EnterAsync("bland", Secret, Operator, default);

        var page = Render<ProvidersPage>();

        var text = Panel(page, "Bland").TextContent;
        Assert.Contains("set in the configuration as Providers:Bland:ApiKey and ends in …9z8y", text, StringComparison.Ordinal);
        Assert.Contains("The configuration wins", text, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#bland-key"));
        Assert.Contains(page.FindAll("button"), button => button.TextContent.Trim() == "Remove key");
    }

    [Fact]
    public async Task What_is_wrong_with_the_connection_is_told_without_the_key()
    {
        await using var fake = await FakeBland.StartAsync();
        await StartAsync(("Providers:Bland:BaseUrl", fake.Address), ("Providers:Bland:ApiKey", Secret));
        var page = Render<ProvidersPage>();

        await CheckAsync(page, "Bland");

        Assert.Equal("The provider refuses the key or the account (401): Invalid authorization: …", page.Find(".wrong").TextContent);
    }

    [Fact]
    public async Task A_test_call_is_a_batch_of_one_through_the_provider_it_was_asked_of()
    {
        await using var fake = await FakeBland.StartAsync(new() { CallLength = TimeSpan.FromSeconds(1) });
        await StartAsync([.. fake.Settings().Select(setting => (setting.Key, setting.Value)), ("Providers:Default", "sandbox")]);
        var page = Render<ProvidersPage>();

        page.Find("#bland-number").Change("(212) 555-0123");
        page.Find("#bland-prompt").Change("Say hello.");
        await SubmitTestCallAsync(page);

        var address = Services.GetRequiredService<NavigationManager>().Uri;
        var id = new BatchId(Guid.Parse(address[(address.LastIndexOf('/') + 1)..]));
        var batch = await Core.UntilFinalAsync(id);
        Assert.Equal(("Test call (bland)", 1), (batch.Name, batch.Counts.Total));
        var call = Assert.Single(fake.Ledger.Calls);
        Assert.Equal(("+12125550123", "Say hello."), (call.To, (string?)call.Request["task"]));
        Assert.Empty(Core.Ledger.Read());
    }

    [Fact]
    public async Task A_test_call_keeps_the_do_not_call_list()
    {
        await StartAsync();
        await Core.Service<DoNotCallList>().AddAsync(
            "+12125550123", "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), Operator, default);
        var page = Render<ProvidersPage>();

        page.Find("#sandbox-number").Change("+12125550123");
        await SubmitTestCallAsync(page, "sandbox");

        var address = Services.GetRequiredService<NavigationManager>().Uri;
        var batch = await Core.UntilFinalAsync(new BatchId(Guid.Parse(address[(address.LastIndexOf('/') + 1)..])));
        Assert.Equal((BatchStatus.Failed, 1), (batch.Status, batch.Counts.Skipped));
        Assert.Empty(Core.Ledger.Read());
    }

    [Theory]
    [InlineData("bland", "+12125550123", "Hi.", "has no API key")]
    [InlineData("sandbox", "call John", "Hi.", "has letters in it")]
    [InlineData("sandbox", "911", "Hi.", "911")]
    [InlineData("sandbox", "+12125550123", " ", "Write what the agent is to say.")]
    public async Task A_test_call_that_cannot_be_made_says_why_and_launches_nothing(
        string provider, string number, string prompt, string reason)
    {
        await StartAsync();
        var page = Render<ProvidersPage>();

        page.Find($"#{provider}-number").Change(number);
        page.Find($"#{provider}-prompt").Change(prompt);
        await SubmitTestCallAsync(page, provider);

        Assert.Contains(reason, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(await Core.Service<BatchQueries>().ListAsync(BatchFilter.All, 1, null, 0, default));
    }

    [Fact]
    public void Only_the_owner_may_open_the_page() => Assert.Equal(
        Policies.Owner, typeof(ProvidersPage).GetCustomAttribute<AuthorizeAttribute>()?.Policy);

    private static AngleSharp.Dom.IElement Panel(IRenderedComponent<ProvidersPage> page, string title) =>
        page.Find($"section[aria-label='{title}']");

    private static IEnumerable<string> Chips(IRenderedComponent<ProvidersPage> page, string title) =>
        Panel(page, title).QuerySelectorAll(".chip").Select(chip => chip.TextContent.Trim());

    private static Task CheckAsync(IRenderedComponent<ProvidersPage> page, string title) => PressAsync(
        page,
        () => Panel(page, title).QuerySelectorAll("button").Single(button => button.TextContent.Trim() == "Check connection"));

    private static Task SubmitTestCallAsync(IRenderedComponent<ProvidersPage> page, string provider = "bland") =>
        page.InvokeAsync(() => page.Find($"#{provider}-number").Closest("form")!.SubmitAsync());
}
