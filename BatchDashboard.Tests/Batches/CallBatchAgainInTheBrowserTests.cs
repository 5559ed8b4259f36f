using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Batches;

public sealed class CallBatchAgainInTheBrowserTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    private static readonly string[] Numbers = ["+12123000101", "+12123000102", "+12123000103", "+12123000104", "+12123000105"];

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_question_whom_to_call_again_is_accessible_and_leads_to_the_batch_that_calls_them(int width)
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Providers:Sandbox:Speed"] = "1000" });
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            description = "May reminders",
            global = new { task = "Say hello." },
            call_objects = Numbers.Select(number => new { phone_number = number }),
        });
        await page.OpenAsync($"/batches/{reply.Data.GetProperty("batch_id").GetString()}");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        await page.GetByRole(AriaRole.Button, new() { Name = "Call again" }).ClickAsync();
        await Assertions.Expect(page.GetByText("3 recipients will be called")).ToBeVisibleAsync();
        await window.LookAsync("batch-call-again");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Voicemail" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Call 4 recipients again" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "May reminders, again" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await window.LookAsync("batch-again");
    }
}
