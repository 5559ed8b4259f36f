using AngleSharp.Html.Parser;
using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

public sealed class ApiReferencePageTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_reference_is_found_in_the_menu_and_leads_to_what_it_names(int width)
    {
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await page.OpenAsync("/batches");
        await page.GetByRole(AriaRole.Button, new() { Name = "account of" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "API reference" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "API reference" }).WaitForAsync();

        await window.LookAsync("api-reference", "/docs/api");
        await page.GetByRole(AriaRole.Article, new() { Name = "Create a batch" }).First
            .GetByRole(AriaRole.Link, new() { Name = "V2ReplyOfCreatedBatch" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "V2ReplyOfCreatedBatch" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_reference_tells_every_operation_without_scripts_and_to_nobody_who_is_not_signed_in()
    {
        var app = await StartAppAsync();
        using var visitor = app.NewVisitor();
        Assert.StartsWith("/login", visitor.DestinationOf(await visitor.GetAsync("/docs/api")), StringComparison.Ordinal);
        await visitor.SignInAsync();

        var page = new HtmlParser().ParseDocument(await (await visitor.GetAsync("/docs/api")).Content.ReadAsStringAsync());

        var contract = await ApiContract.OfAsync(app);
        Assert.Equal(
            contract.Operations.Select(operation => operation.Name).Order(),
            page.QuerySelectorAll(".address").Select(address => address.TextContent.Trim()).Order());
        Assert.Equal(
            contract.Operations.Select(operation => (string)operation.Said["operationId"]!).Order(),
            page.QuerySelectorAll("nav.contents .operations a").Select(link => link.GetAttribute("href")!.Split('#')[1]).Order());
        var site = app.Address.GetLeftPart(UriPartial.Authority);
        Assert.All(page.QuerySelectorAll("pre").Where(text => text.TextContent.StartsWith("curl", StringComparison.Ordinal)), command =>
            Assert.Contains($"\"{site}/", command.TextContent, StringComparison.Ordinal));
        var anchors = page.QuerySelectorAll("main a[href*='#']").Select(link => link.GetAttribute("href")!.Split('#')[1]).Distinct();
        Assert.Empty(anchors.Except(page.QuerySelectorAll("[id]").Select(element => element.Id)));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.TagName[1] - '0').ToArray();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}."));
    }
}
