using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Calls;
using Bunit;

namespace BatchDashboard.Tests.Calls;

public sealed class CallsPageTests : PageTest
{
    [Fact]
    public async Task The_calls_of_a_batch_stand_under_its_name_in_the_order_of_its_file()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(3) + "\n12"));
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(2)));

        var page = Open<CallsPage>($"/calls?batch={batch.Id}");

        Assert.Equal(["2", "3", "4"], page.FindAll("tbody tr").Select(row => row.QuerySelector("[data-label=Row]")!.TextContent));
        Assert.Contains(batch.Name, page.Find(".chip").TextContent);
        Assert.Equal("/calls", page.Find(".chip .remove").GetAttribute("href"));
        Assert.EndsWith($"?batch={batch.Id}", page.Find("tbody a").GetAttribute("href"));
    }

    [Fact]
    public async Task Skipped_rows_are_shown_only_when_they_are_asked_for()
    {
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(2) + "\n12"));

        Assert.Equal(2, Open<CallsPage>("/calls").FindAll("tbody tr").Count);
        Assert.Single(Open<CallsPage>("/calls?status=skipped").FindAll("tbody tr"));
    }

    [Theory]
    [InlineData("/calls?batch=nonsense", "There is no such batch")]
    [InlineData("/calls?batch=0199a1b2-1111-7000-8000-00000000f3c2", "There is no such batch")]
    [InlineData("/calls?number=12", "This is no whole phone number")]
    [InlineData("/calls?number=%2B12125559999", "No calls match")]
    [InlineData("/calls", "No calls yet")]
    public async Task An_empty_list_says_why(string address, string why)
    {
        await StartAsync();

        var page = Open<CallsPage>(address);

        Assert.Equal(why, page.Find(".empty h2").TextContent);
        Assert.Empty(page.FindAll("table"));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task An_address_that_cannot_be_read_is_the_first_page(string after)
    {
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(2)));

        var page = Open<CallsPage>($"/calls?after={after}");

        Assert.Equal(2, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task A_number_is_found_however_it_is_written()
    {
        await StartAsync();
        await Core.UntilFinalAsync(await Core.LaunchAsync("phone_number\n+12125551000\n+12125551001"));

        var page = Open<CallsPage>("/calls?number=(212)%20555-1001");

        Assert.Contains("+1 212-555-1001", Assert.Single(page.FindAll("tbody tr")).TextContent);
    }

    [Fact]
    public async Task A_change_renders_its_own_row_again_and_no_other()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(60)));
        var page = Open<CallsPage>($"/calls?batch={batch.Id}");
        var rows = page.FindComponents<CallRow>();
        var before = rows.Select(row => row.RenderCount).ToArray();

        Core.Service<IBatchFeed>().Publish(new BatchChange(batch.Number, [rows[7].Instance.Call.Key]));

        rows[7].WaitForState(() => rows[7].RenderCount > before[7]);
        Assert.Equal(
            before.Where((_, index) => index != 7), rows.Select(row => row.RenderCount).Where((_, index) => index != 7));
    }

    [Fact]
    public async Task Every_status_of_a_call_is_in_exactly_one_group()
    {
        await StartAsync();

        Assert.Equal(
            Enum.GetValues<CallStatus>().Order(), CallGroup.All.SelectMany(group => group.Statuses).Order());
    }
}
