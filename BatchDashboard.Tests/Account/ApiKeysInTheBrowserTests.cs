using System.Net;
using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Account;

public sealed class ApiKeysInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_key_is_made_shown_once_used_replaced_and_ended(int width)
    {
        var app = await StartAppAsync(new Dictionary<string, string>());
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await page.OpenAsync("/settings/api-keys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        await Assertions.Expect(page.GetByText("what the key is for.")).ToBeVisibleAsync();

        await page.GetByLabel("Name").FillAsync("CRM sync");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();

        await Assertions.Expect(page.Locator(".issued")).ToBeFocusedAsync();
        var first = await page.Locator("[data-secret]").InnerTextAsync();
        await window.LookAsync("api-keys-issued");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have saved it" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-secret]")).ToHaveCountAsync(0);
        await page.ReloadAsync();
        await page.UntilInteractiveAsync();
        Assert.DoesNotContain(first, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(app, first));
        await RefusedAsync(app, first, "/v2/dialling/stop", "manage");
        await RefusedAsync(app, first, "/v2/batches/create", "launch");

        await page.GetByRole(AriaRole.Button, new() { Name = "Replace CRM sync" }).ClickAsync();
        await window.LookAsync("api-keys-replace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the new key" }).ClickAsync();
        var second = await page.Locator("[data-secret]").InnerTextAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await AskAsync(app, first), await AskAsync(app, second)));

        await page.GetByRole(AriaRole.Button, new() { Name = "End CRM sync" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Ended", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (await AskAsync(app, first), await AskAsync(app, second)));
        await window.LookAsync("api-keys");
    }

    [Fact]
    public async Task A_request_that_is_repeated_under_the_key_in_place_of_another_is_one_request()
    {
        var app = await StartAppAsync(new Dictionary<string, string>());
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await page.OpenAsync("/settings/api-keys");
        var replace = page.GetByRole(AriaRole.Button, new() { Name = "Replace Bootstrap:ApiKey" });
        await replace.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the new key" }).ClickAsync();
        using var old = app.CreateApiClient();
        using var fresh = app.CreateApiClient(await page.Locator("[data-secret]").InnerTextAsync());
        var request = new { start_time = "2099-01-01 09:00:00", global = new { task = "Hello." }, call_objects = new[] { new { phone_number = "+12125550150" } } };

        var first = await old.PostAsync("/v2/batches/create", request, "order-1");
        var again = await fresh.PostAsync("/v2/batches/create", request, "order-1");

        Assert.Equal(first.Data.GetProperty("batch_id").GetString(), again.Data.GetProperty("batch_id").GetString());
        await page.GetByRole(AriaRole.Button, new() { Name = "I have saved it" }).ClickAsync();
        await Assertions.Expect(replace).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByText("replaced", new() { Exact = true })).ToBeVisibleAsync();
    }

    private static async Task<HttpStatusCode> AskAsync(RunningApp app, string key)
    {
        using var visitor = app.NewVisitor();
        return (await visitor.GetWithKeyAsync("/v2/batches/list", key)).StatusCode;
    }

    private static async Task RefusedAsync(RunningApp app, string key, string path, string scope)
    {
        using var api = app.CreateApiClient(key);
        var reply = await api.PostAsync(path, new { });
        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
        Assert.Contains($"lacks the scope {scope}", reply.Body, StringComparison.Ordinal);
    }
}
