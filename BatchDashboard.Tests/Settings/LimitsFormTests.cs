using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Settings;
using Bunit;

namespace BatchDashboard.Tests.Settings;

public sealed class LimitsFormTests : PageTest
{
    [Fact]
    public async Task The_limits_of_the_configuration_are_shown_changed_and_taken_back()
    {
        await StartAsync(("Dispatch:MaxConcurrentCalls", "12"), ("Dispatch:MaxCallsPerSecond", "0"));
        var page = Render<GeneralPage>();

        Assert.Equal("12", page.Find("#installation-calls").GetAttribute("value"));
        Assert.Equal("", page.Find("#installation-rate").GetAttribute("value") ?? "");
        Assert.Contains(
            "These are the limits of the configuration: 12 calls at once, any number per second, in Dispatch:MaxConcurrentCalls",
            Text(page), StringComparison.Ordinal);
        page.Find("#installation-calls").Change("40");
        page.Find("#installation-rate").Change("2.5");
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        Assert.Equal(new Limits(40, 2.5), Core.Service<DialLimits>().Current);
        Assert.Contains("The configuration says otherwise", Text(page), StringComparison.Ordinal);
        await PressAsync(page, "Use those of the configuration");
        Assert.Equal(new Limits(12, 0), Core.Service<DialLimits>().Current);
        Assert.Equal("12", page.Find("#installation-calls").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_out_of_range_is_told_at_its_field()
    {
        await StartAsync(("Dispatch:MaxConcurrentCalls", "12"));
        var page = Render<GeneralPage>();

        page.Find("#installation-calls").Change("-4");
        await page.InvokeAsync(() => page.Find("form").SubmitAsync());

        Assert.Contains("from 0 to 100,000", page.Find("#installation-calls-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal(12, Core.Service<DialLimits>().Current.MaxConcurrentCalls);
    }

    [Fact]
    public async Task A_provider_has_limits_of_its_own()
    {
        await StartAsync();
        var form = Render<LimitsForm>(parameters => parameters.Add(f => f.Provider, "sandbox"));

        Assert.Contains("Dispatch:Providers:sandbox:MaxConcurrentCalls", Text(form), StringComparison.Ordinal);
        form.Find("#sandbox-calls").Change("3");
        await form.InvokeAsync(() => form.Find("form").SubmitAsync());

        Assert.Equal(new Limits(3, 0), Core.Service<DialLimits>().OfProvider("sandbox"));
        Assert.Equal(new Limits(0, 0), Core.Service<DialLimits>().OfProvider("bland"));
    }

    private static string Text<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        string.Join(' ', page.Find("form").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
