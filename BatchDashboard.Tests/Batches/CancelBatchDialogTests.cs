using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Batches;

public sealed class CancelBatchDialogTests : PageTest
{
    [Theory]
    [InlineData(30, 4)]
    [InlineData(3, 2)]
    public async Task The_numbers_of_the_dialog_are_those_of_the_batch_and_cancel_keeps_them(int rows, int lines)
    {
        await StartSlowAsync(lines);
        var id = await Core.LaunchAsync(LongCalls(rows));
        var batch = await Core.UntilAsync(
            id, b => b.Counts.InFlight == lines && b.Counts.Waiting == rows - lines, "all lines taken");
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();

        var page = Open<BatchesPage>("/batches");
        await PressAsync(page, () => page.Find("button[aria-label^=Cancel]"));

        var waiting = rows - lines == 1 ? "1 queued call" : $"{rows - lines} queued calls";
        dialogs.WaitForAssertion(() => Assert.Equal(
            $"{waiting} will not be dialled. {lines} calls in progress will finish. This cannot be undone.",
            dialogs.Find("p").TextContent));
        Assert.Equal($"Cancel “{batch.Name}”?", dialogs.Find("h2").TextContent);
        Assert.Contains(dialogs.FindAll("button"), b => b.TextContent == "Keep running");

        await PressAsync(dialogs, $"Cancel {waiting.Replace("queued ", "")}");

        var after = await Core.UntilAsync(id, b => b.Counts.Waiting == 0, "nothing queued");
        Assert.Equal(rows - lines, after.Counts.Canceled);
        Assert.Equal(lines, after.Counts.InFlight);
        page.WaitForAssertion(() => Assert.Contains("Cancelling", page.Find("tbody tr").TextContent));
        Assert.True(page.Find("button[aria-label^=Cancel]").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Calls_in_progress_are_hung_up_when_that_is_chosen()
    {
        await StartSlowAsync(lines: 2);
        var id = await Core.LaunchAsync(LongCalls(6));
        await Core.UntilAsync(id, b => b.Counts.InFlight == 2, "two lines taken");
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        var page = Open<BatchesPage>("/batches");
        await PressAsync(page, () => page.Find("button[aria-label^=Cancel]"));

        dialogs.WaitForElement("input[type=checkbox]").Change(true);
        Assert.Contains("2 calls in progress will be hung up.", dialogs.Find("p").TextContent);
        await PressAsync(dialogs, "Cancel 4 calls");

        var batch = await Core.UntilFinalAsync(id);
        Assert.Equal(BatchStatus.Cancelled, batch.Status);
        Assert.Equal(6, (await Core.CallsAsync(id, CallStatus.Canceled)).Count);
    }
}
