using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Shell;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Shell;

public sealed class DialStopTests : PageTest
{
    [Fact]
    public async Task Every_open_page_shows_who_stopped_all_dialling_until_somebody_resumes_it()
    {
        await StartAsync();
        var dialogs = Render<MudDialogProvider>();
        Render<MudPopoverProvider>();
        var (button, here, elsewhere) = (Render<StopDialling>(), Render<DialStopBanner>(), Render<DialStopBanner>());
        await PressAsync(button, () => button.Find("button"));
        dialogs.WaitForElement("h2.title");
        Assert.Null(Core.Service<DialSwitch>().Stop);

        await PressAsync(dialogs, "Stop all dialling");

        foreach (var page in new[] { here, elsewhere })
            page.WaitForAssertion(() => Assert.Contains($"{Operator} stopped it", page.Find(".stopped p").TextContent, StringComparison.Ordinal));
        button.WaitForAssertion(() => Assert.Empty(button.FindAll("button")));
        Assert.Equal(Operator, Core.Service<DialSwitch>().Stop?.By);

        await PressAsync(elsewhere, "Resume dialling");

        here.WaitForAssertion(() => Assert.Empty(here.FindAll(".stopped")));
        button.WaitForAssertion(() => Assert.Single(button.FindAll("button")));
        Assert.Null(Core.Service<DialSwitch>().Stop);
    }
}
