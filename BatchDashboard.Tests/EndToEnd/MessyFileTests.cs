using BatchDashboard.Tests.Imports;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>A file as people really have them: every row is accounted for on the page, in the API and in the ledger.</summary>
public sealed class MessyFileTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    [Fact]
    public async Task The_page_the_api_and_the_ledger_agree_on_every_row()
    {
        using var scratch = new ScratchDirectory();
        var expected = await MessyRecipients.WriteAsync(scratch.PathOf("messy.csv"));
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Providers:Sandbox:Speed"] = "1000",
            ["Dispatch:MaxCallsPerSecond"] = "0",
            ["Dispatch:MaxConcurrentCalls"] = "500",
        });
        using var api = app.CreateApiClient();
        var file = await File.ReadAllBytesAsync(scratch.PathOf("messy.csv"));
        var created = await api.PostFileAsync(
            "/v2/batches/create", "messy.csv", file, new { global = new { task = "Hi {{customer_name}}." } });
        var id = created.Data.GetProperty("batch_id").GetString()!;

        var batch = created.Data;
        await Eventually.TrueAsync(
            async () => (batch = (await api.GetAsync($"/v2/batches/{id}")).Data).GetProperty("status").GetString() == "completed_partial",
            TimeSpan.FromSeconds(120),
            () => $"the batch is finished; it is {batch}");

        var skipped = expected.Rows - expected.Ready;
        Assert.Equal(expected.Rows, batch.GetProperty("calls_total").GetInt32());
        Assert.Equal(skipped, batch.GetProperty("calls_skipped").GetInt32());
        Assert.Equal(expected.Ready, app.Ledger.DialsByNumber().Count);
        Assert.Equal(expected.Ready, app.Ledger.Read().Count);

        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        await page.GotoAsync($"/batches/{id}");
        await Assertions.Expect(page.GetByText($"{expected.Ready:N0} of {expected.Ready:N0}")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { NameRegex = new($"^{expected.Rows:N0} rows: ") })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = $"Skipped rows ({skipped:N0})" })).ToBeVisibleAsync();
    }
}
