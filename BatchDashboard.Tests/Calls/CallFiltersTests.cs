using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Calls;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Calls;

/// <summary>The filters of the page of calls: in its address, as chips, in its form.</summary>
public sealed class CallFiltersTests : PageTest
{
    private const string Everything =
        "&status=failed&answered=human&from=2026-11-01&to=2026-11-02&zone=Europe%2FBerlin&at_least=5&at_most=75&reason=rejected" +
        "&number=%2B12125550123&var.city=Rome&var.City=Oslo";

    private const string Csv = "phone_number,city\n+12123000107,Rome\n+12123010104,Oslo\n+12123020107,Rome";

    [Fact]
    public async Task Every_filter_is_a_chip_that_can_be_taken_away()
    {
        await StartAsync();
        var batch = await Core.GetAsync(await Core.LaunchAsync(Csv));
        var address = $"/calls?batch={batch.Id}{Everything}";

        var page = Open<CallsPage>(address);

        var chips = page.FindAll(".chips .chip");
        Assert.Equal(
            [
                $"In batch: {batch.Name}", "Status: Failed", "Answered by: a person", "Started from: 1 Nov 2026 (Europe/Berlin)",
                "Started until: 2 Nov 2026 (Europe/Berlin)", "Lasted at least: 5 s", "Lasted at most: 1 min 15 s", "Because: The provider refuses this call",
                "Number: +12125550123", "city: “Rome”", "City: “Oslo”",
            ],
            chips.Select(chip => chip.QuerySelector("span")!.TextContent));
        string[] without =
        [
            "&status=failed", "&answered=human", "&from=2026-11-01", "&to=2026-11-02", "&at_least=5", "&at_most=75", "&reason=rejected",
            "&number=%2B12125550123", "&var.city=Rome", "&var.City=Oslo",
        ];
        Assert.Equal(
            without.Select(filter => address.Replace(filter, "", StringComparison.Ordinal)),
            chips.Skip(1).Select(chip => chip.QuerySelector(".remove")!.GetAttribute("href")));
        Assert.DoesNotContain("var.", chips[0].QuerySelector(".remove")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Remove the filter Status: Failed", chips[1].QuerySelector(".remove")!.GetAttribute("aria-label"));
        Assert.Equal("/calls", page.Find(".chips .clear").GetAttribute("href"));
        Assert.Contains("Status: Failed; Answered by: a person; Started from: 1 Nov 2026 (Europe/Berlin);", page.Find(".empty").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answered=human", "2 4")]
    [InlineData("status=failed", "3")]
    [InlineData("reason=number_not_found", "3")]
    [InlineData("at_least=0", "2 4")]
    [InlineData("at_least=0&answered=voicemail", "")]
    [InlineData("at_most=0&at_least=1", "")]
    [InlineData("from=2020-01-01", "2 3 4")]
    [InlineData("to=2020-01-01", "")]
    [InlineData("var.city=Rome", "2 4")]
    [InlineData("var.city=Rome&var.city=Oslo", "")]
    [InlineData("var.city=Oslo&status=failed", "3")]
    public async Task The_address_says_which_calls_are_shown(string filter, string rows)
    {
        await StartAsync(("Dispatch:AutoPausePercent", "0"));
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Csv));

        var page = Open<CallsPage>($"/calls?batch={batch.Id}&{filter}");

        Assert.Equal(rows, string.Join(' ', page.FindAll("tbody [data-label=Row]").Select(row => row.TextContent)));
    }

    [Fact]
    public async Task What_is_entered_becomes_the_address_and_what_is_shown()
    {
        await StartAsync(("Dispatch:AutoPausePercent", "0"));
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Csv));
        var page = Open<CallsPage>($"/calls?batch={batch.Id}");
        Assert.Equal(["city"], page.FindAll("#calls-variables option").Select(option => option.GetAttribute("value")));

        await page.InvokeAsync(() => page.Find("#calls-from").Change("2020-01-01"));
        await page.InvokeAsync(() => page.Find("#calls-at-least").Change("0"));
        await page.InvokeAsync(() => page.Find("#calls-variable").Change("city"));
        await page.InvokeAsync(() => page.Find("#calls-value").Change("Rome"));
        await page.InvokeAsync(() => page.Find("form[aria-label='More filters']").SubmitAsync());

        Assert.EndsWith($"/calls?batch={batch.Id}&from=2020-01-01&zone=UTC&at_least=0&var.city=Rome", Address);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Equal("", page.Find("#calls-value").GetAttribute("value") ?? "");

        await page.InvokeAsync(() => page.FindAll("select")[0].Change("failed"));

        page.WaitForAssertion(() => Assert.Equal("No calls match", page.Find(".empty h2").TextContent));
        Assert.Contains("status=failed", Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_beside_its_field()
    {
        await StartAsync();
        var batch = await Core.GetAsync(await Core.LaunchAsync(Csv));
        var page = Open<CallsPage>($"/calls?batch={batch.Id}&from=2026-11-02&at_least=9");
        var before = Address;

        await page.InvokeAsync(() => page.Find("#calls-to").Change("2026-11-01"));
        await page.InvokeAsync(() => page.Find("#calls-at-most").Change("8"));
        await page.InvokeAsync(() => page.Find("#calls-value").Change("Rome"));
        await page.InvokeAsync(() => page.Find("form[aria-label='More filters']").SubmitAsync());

        Assert.Equal(before, Address);
        Assert.Equal(
            ["This day is before the first one.", "This is less than the least.", "Give a variable and its value."],
            page.FindAll(".problem").Select(problem => problem.TextContent.Trim()));
    }

    [Fact]
    public async Task A_variable_without_a_batch_is_refused_in_words()
    {
        await StartAsync();

        var page = Open<CallsPage>("/calls?var.city=Rome");

        Assert.Equal("Variables are searched within one batch", page.Find(".empty h2").TextContent);
        Assert.Empty(page.FindAll("#calls-variable"));
    }

    [Fact]
    public async Task A_search_that_was_not_finished_says_so_and_leads_on()
    {
        await StartAsync();
        var id = await Core.LaunchAsync(
            CoreHost.Numbers(CallQueries.MostSearched + 50), draft => draft.StartTime = TimeProvider.System.GetUtcNow().AddDays(1));
        await Core.UntilAsync(id, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "everything is loaded");

        var page = Open<CallsPage>($"/calls?batch={id}&answered=human");

        Assert.StartsWith("None of the 10,000 calls that this page has looked at; there are more behind them.", page.Find(".searched").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".empty"));
        var on = page.FindAll("nav[aria-label=Pages] a").Single();
        Assert.Equal("Search on", on.TextContent);

        var rest = Open<CallsPage>(on.GetAttribute("href")!);

        Assert.Equal("No calls match", rest.Find(".empty h2").TextContent);
        Assert.Empty(rest.FindAll(".searched"));
    }

    [Theory]
    [InlineData("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("2026-11-01", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    [InlineData("2026-11-01", "Nowhere/Land", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z")]
    public void A_day_is_as_long_as_in_its_zone(string day, string zone, string start, string end)
    {
        var days = CallDays.Read(day, day, zone)!;

        Assert.Equal(DateTimeOffset.Parse(start, null), days.Start);
        Assert.Equal(DateTimeOffset.Parse(end, null), days.End);
    }

    [Fact]
    public void What_an_address_asks_for_stands_in_it_again()
    {
        Assert.Equal($"?batch=1{Everything}&after=7", CallListQuery.Of($"?batch=1{Everything}&after=7").Query);
        Assert.Equal("", CallListQuery.Of("?status=x&answered=x&from=x&to=&zone=UTC&at_least=-1&at_most=1.5&reason=%20&var.=x&var.city=&after=x").Query);
    }

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;
}
