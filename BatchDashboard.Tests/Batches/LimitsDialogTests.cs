using BatchDashboard.Core.Batches;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Batches;

public sealed class LimitsDialogTests : PageTest
{
    [Fact]
    public async Task A_running_batch_gets_other_limits_and_its_activity_tells()
    {
        await StartSlowAsync(lines: 5);
        var id = await Core.LaunchAsync(LongCalls(6), draft => draft.MaxConcurrent = 1);
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "its one line is taken");
        var (page, dialogs) = await OpenAsync(id);

        Assert.Equal("1", dialogs.Find("#max_concurrent").GetAttribute("value"));
        dialogs.Find("#max_concurrent").Change("3");
        dialogs.Find("#priority").Change("7");
        await dialogs.Find("#limits").SubmitAsync();

        var batch = await Core.UntilAsync(id, b => b.Counts.InFlight == 3, "three lines are taken");
        Assert.Equal(new BatchLimits(3, null, 7, 0), batch.Limits);
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("#max_concurrent")));
        var activity = Open<BatchPage>($"/batches/{id}?tab=activity", parameters => parameters.Add(p => p.Id, id.ToString()));
        activity.WaitForAssertion(() => Assert.Contains(
            "Calls at once: 3 (before: 1); Priority: 7 (before: 0).", activity.Markup, StringComparison.Ordinal));
        page.Dispose();
    }

    [Theory]
    [InlineData("max_concurrent", "0", "Calls at once are a whole number from 1 to 100,000.")]
    [InlineData("max_calls_per_second", "0", "Calls per second must be more than 0")]
    [InlineData("ramp_up", "71582789", "within 0 to 1,440 minutes")]
    [InlineData("priority", "101", "from -100 to 100")]
    public async Task What_is_out_of_range_is_told_at_its_field_and_nothing_is_changed(string field, string value, string problem)
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "it dials");
        var (_, dialogs) = await OpenAsync(id);

        dialogs.Find($"#{field}").Change(value);
        await dialogs.Find("#limits").SubmitAsync();

        Assert.Contains(problem, dialogs.Find($"#{field}-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", dialogs.Find($"#{field}").GetAttribute("aria-invalid"));
        Assert.Equal(new BatchLimits(null, null, 0, 0), (await Core.GetAsync(id)).Limits);
    }

    [Fact]
    public async Task A_batch_that_finished_meanwhile_is_told_of()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(2));
        await Core.UntilAsync(id, batch => batch.Counts.InFlight == 1, "it dials");
        var (_, dialogs) = await OpenAsync(id);
        await Core.Service<BatchService>().StopAsync(id, hangUp: true, Operator, default);
        await Core.UntilFinalAsync(id);

        await dialogs.Find("#limits").SubmitAsync();

        Assert.Contains("finished", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private async Task<(IRenderedComponent<BatchPage> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenAsync(BatchId id)
    {
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        var page = Open<BatchPage>($"/batches/{id}", parameters => parameters.Add(p => p.Id, id.ToString()));
        page.WaitForElement("h1");
        await PressAsync(page, "Limits");
        dialogs.WaitForElement("#max_concurrent");
        return (page, dialogs);
    }
}
