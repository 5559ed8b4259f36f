using BatchDashboard.Web.Batches;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Batches;

public sealed class LoadProgressTests : BunitContext
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_load_says_how_far_it_is_how_fast_and_how_long_it_will_take()
    {
        Services.AddSingleton<TimeProvider>(_time);
        var progress = Render<LoadProgress>(parameters => parameters.Add(p => p.Rows, 0).Add(p => p.EstimatedRows, null));
        Assert.Equal("Reading the rows…", progress.Find(".headline").TextContent.Trim());
        Assert.Null(progress.Find("progress").GetAttribute("value"));

        progress.Render(parameters => parameters.Add(p => p.Rows, 2_000).Add(p => p.EstimatedRows, 90_000));
        Assert.Equal("2,000 of about 90,000 rows read", progress.Find(".headline").TextContent.Trim());

        progress.Render(parameters => parameters.Add(p => p.IsCounted, true));
        Assert.Equal("2,000 of 90,000 rows read", progress.Find(".headline").TextContent.Trim());
        progress.Render(parameters => parameters.Add(p => p.IsCounted, false));

        _time.Advance(TimeSpan.FromSeconds(2));
        progress.Render(parameters => parameters.Add(p => p.Rows, 10_000).Add(p => p.EstimatedRows, 90_000));

        Assert.Equal(
            "10,000 of about 90,000 rows read 4,000 rows a second, about 20 s left", progress.Find(".headline").TextContent.Trim());
        Assert.Equal(("10000", "90000"), (progress.Find("progress").GetAttribute("value"), progress.Find("progress").GetAttribute("max")));
    }
}
