using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Calls;
using Bunit;

namespace BatchDashboard.Tests.Batches;

/// <summary>What the page of a batch tells beside its counts: failures by reason, calls in progress, charts, the time left.</summary>
public sealed class BatchOverviewTests : PageTest
{
    [Fact]
    public async Task Failures_are_told_by_reason_and_lead_to_their_calls()
    {
        await StartAsync(("Dispatch:AutoPausePercent", "0"));
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(
            "phone_number\n+12123000104\n+12123010101\n+12123020104\n+12123030104"));
        var failed = await Core.CallsAsync(batch.Id, CallStatus.Failed);

        var page = Open(batch.Id);

        var reason = Assert.Single(page.FindAll("section[aria-label='Failures by reason'] li"));
        Assert.Equal("The number is not in service", reason.QuerySelector("a")!.TextContent);
        Assert.Equal("3", reason.QuerySelector("strong")!.TextContent);
        var address = $"/calls?batch={batch.Id}&status=failed&reason=number_not_found";
        Assert.Equal(address, reason.QuerySelector("a")!.GetAttribute("href"));
        var list = Open<CallsPage>(address);
        Assert.Equal(
            failed.Select(call => $"/calls/{call.Id}?batch={batch.Id}&status=failed&reason=number_not_found"),
            list.FindAll("tbody a.row-link").Select(link => link.GetAttribute("href")));
        Assert.Contains(list.FindAll(".chip span"), filter => filter.TextContent == "Because: The number is not in service");
        Assert.Empty(Open<CallsPage>($"/calls?batch={batch.Id}&status=failed&reason=rejected").FindAll("tbody tr"));
    }

    [Fact]
    public async Task Calls_in_progress_are_shown_up_to_twenty_with_the_time_they_last()
    {
        await StartSlowAsync(lines: 22);
        var id = await Core.LaunchAsync(LongCalls(23));
        var batch = await Core.UntilAsync(id, b => b.Counts.Ringing + b.Counts.InProgress == 22, "all lines taken");

        var page = Open(id);

        page.WaitForAssertion(() => Assert.Equal(20, page.FindAll("section[aria-label='Calls in progress'] li a").Count));
        Assert.Equal("20 of 22", page.Find(".sample").TextContent);
        Assert.All(page.FindAll(".timer"), timer => Assert.True(int.Parse(timer.GetAttribute("data-age")!, null) >= 0));
        Assert.Equal(20, page.FindAll(".timer").Count);
        var first = (await Core.CallsAsync(id))[0];
        Assert.Equal($"/calls/{first.Id}?batch={id}", page.Find("section[aria-label='Calls in progress'] li a").GetAttribute("href"));
        Assert.Contains("No call has failed so far.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("calculating the time left…", page.Find(".headline").TextContent, StringComparison.Ordinal);

        await Core.Service<BatchService>().StopAsync(id, hangUp: true, Operator, default);

        await Core.UntilFinalAsync(id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section[aria-label='Calls in progress']")));
    }

    [Fact]
    public async Task A_call_that_ends_while_somebody_points_at_the_lane_stays_in_its_place()
    {
        await StartSlowAsync(lines: 2);
        var id = await Core.LaunchAsync(LongCalls(3));
        await Core.UntilAsync(id, b => b.Counts.Ringing + b.Counts.InProgress == 2, "both lines taken");
        var page = Open(id);
        page.WaitForAssertion(() => Assert.Equal(2, Lane(page).Count()));
        var before = Lane(page).ToArray();
        await page.InvokeAsync(() => page.Find("section[aria-label='Calls in progress'] ul").TriggerEventAsync("onfocusin", new Microsoft.AspNetCore.Components.Web.FocusEventArgs()));

        var ended = (await Core.CallsAsync(id))[0];
        await Core.Service<CallStops>().StopAsync(ended.Id, Operator, default);

        page.WaitForAssertion(() => Assert.Equal(3, Lane(page).Count()));
        Assert.Equal(before, Lane(page).Take(2));
        Assert.Contains("Cancelled", page.Find("section[aria-label='Calls in progress'] li").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".timer").Count);
    }

    [Fact]
    public async Task The_charts_have_the_counts_as_tables_too()
    {
        await StartAsync(("Dispatch:AutoPausePercent", "0"));
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(
            "phone_number\n+12123000104\n+12123010101\n+12123020107\n+12123030107\n12"));

        var page = Open(batch.Id);

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("figure details table").Count));
        var figures = page.FindAll("figure");
        Assert.Equal(["Calls per minute", "Length of answered calls"], figures.Select(figure => figure.QuerySelector("figcaption")!.TextContent));
        Assert.Equal(4, Counts(0));
        Assert.Equal(2, Counts(1));
        Assert.All(figures, figure => Assert.NotEmpty(figure.QuerySelector("[role=img]")!.GetAttribute("aria-label")!));
        Assert.Contains(", took ", page.Find(".headline").TextContent, StringComparison.Ordinal);

        int Counts(int figure) => figures[figure].QuerySelectorAll("td").Sum(cell => int.Parse(cell.TextContent, null));
    }

    [Fact]
    public async Task Nothing_is_drawn_before_a_call_has_ended_and_no_failures_when_none_has_failed()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, b => b.Counts.InFlight == 1, "one line taken");
        var page = Open(id);
        page.WaitForAssertion(() => Assert.Equal(
            ["No call has ended yet.", "No answered call has ended yet."], page.FindAll("figure .none").Select(none => none.TextContent)));
        Assert.Empty(page.FindAll("figure details"));

        await Core.Service<BatchService>().StopAsync(id, hangUp: true, Operator, default);

        await Core.UntilFinalAsync(id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section[aria-label='Failures by reason']")));
        Assert.Empty(page.FindAll("figure"));
    }

    private static IEnumerable<string?> Lane(IRenderedComponent<BatchPage> page) =>
        page.FindAll("section[aria-label='Calls in progress'] li a").Select(link => link.GetAttribute("href"));

    private IRenderedComponent<BatchPage> Open(BatchId id) =>
        Open<BatchPage>($"/batches/{id}", parameters => parameters.Add(page => page.Id, id.ToString()));
}
