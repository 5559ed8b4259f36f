using BatchDashboard.Core.Data;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Batches;

public sealed class BatchesPageTests : PageTest
{
    [Fact]
    public async Task Without_batches_the_page_says_why_it_is_empty_and_where_to_begin()
    {
        await StartAsync();

        var page = Open<BatchesPage>("/batches");

        Assert.Contains("No batches yet", page.Markup);
        Assert.Equal("New batch", page.Find("a[href='/batches/new']").TextContent.Trim());
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task A_new_batch_appears_by_itself_and_changes_by_itself_until_it_is_final()
    {
        await StartAsync();
        var page = Open<BatchesPage>("/batches");

        var id = await Core.LaunchAsync(CoreHost.Numbers(3));
        var final = await Core.UntilFinalAsync(id);

        page.WaitForAssertion(
            () =>
            {
                var row = Assert.Single(page.FindAll("tbody tr"));
                Assert.Contains(final.Status.Look().Word, row.TextContent);
                Assert.Contains("3 / 3", row.TextContent);
                Assert.Equal(id.ToString(), row.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
                Assert.Equal($"/calls?batch={id}", row.QuerySelector("a.row-action")!.GetAttribute("href"));
                Assert.Empty(row.QuerySelectorAll("button.danger"));
            },
            TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_change_renders_its_own_row_again_and_no_other()
    {
        await StartAsync();
        for (var i = 0; i < 3; i++)
            await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(1)));
        var page = Open<BatchesPage>("/batches");
        var rows = page.FindComponents<BatchRow>();
        var before = rows.Select(row => row.RenderCount).ToArray();

        Core.Service<IBatchFeed>().Publish(BatchChange.Of(rows[1].Instance.Batch.Number));

        rows[1].WaitForState(() => rows[1].RenderCount > before[1]);
        Assert.Equal([before[0], before[2]], [rows[0].RenderCount, rows[2].RenderCount]);
    }

    [Fact]
    public async Task A_paused_page_stands_still_and_catches_up_when_it_goes_on()
    {
        await StartAsync();
        var page = Open<BatchesPage>("/batches");
        var live = Services.GetRequiredService<LiveSwitch>();
        live.Toggle();

        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(1)));
        Assert.Empty(page.FindAll("tbody tr"));
        live.Toggle();

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
    }

    [Theory]
    [InlineData("/batches?view=active", 0)]
    [InlineData("/batches?view=finished", 1)]
    [InlineData("/batches?q=RECIP", 1)]
    [InlineData("/batches?q=100%25", 0)]
    [InlineData("/batches?view=nonsense", 1)]
    public async Task The_address_says_which_batches_are_shown(string address, int shown)
    {
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(1)));

        var page = Open<BatchesPage>(address);

        Assert.Equal(shown, page.FindAll("tbody tr").Count);
        Assert.Equal(shown == 0, page.Markup.Contains("No batches match", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_batches_are_a_page_further_on()
    {
        await StartAsync();
        for (var i = 0; i < 26; i++)
            await Core.LaunchAsync(CoreHost.Numbers(1));

        var page = Open<BatchesPage>("/batches");
        Assert.Equal(25, page.FindAll("tbody tr").Count);
        Services.GetRequiredService<NavigationManager>().NavigateTo(page.Find("nav[aria-label=Pages] a").GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal("/batches", page.Find("nav[aria-label=Pages] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_is_no_broken_page_and_can_be_tried_again()
    {
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(1)));
        await RunSqlAsync("ALTER TABLE batches RENAME TO lost");

        var page = Open<BatchesPage>("/batches");
        Assert.Contains("The batches could not be loaded", page.Find("[role=alert]").TextContent);
        Assert.Matches("^[0-9a-f]{12}$", page.Find("[role=alert] code").TextContent);

        await RunSqlAsync("ALTER TABLE lost RENAME TO batches");
        await PressAsync(page, "Retry");
        Assert.Single(page.FindAll("tbody tr"));
    }

    private Task<int> RunSqlAsync(string sql) => Core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
