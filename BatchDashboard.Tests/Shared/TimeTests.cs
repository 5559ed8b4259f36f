using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Shell;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Shared;

public sealed class TimeTests : BunitContext
{
    private static readonly DateTimeOffset Noon = new(2025, 5, 12, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);

    public TimeTests()
    {
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddScoped<MinuteClock>();
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<BrowserPreferences>>(parameters => parameters
            .Add(cascade => cascade.Value, new BrowserPreferences(ThemeChoice.System, false, "Europe/Berlin")));
    }

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-59, "just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-3599, "59 minutes ago")]
    [InlineData(-7200, "2 hours ago")]
    [InlineData(-86400, "1 day ago")]
    [InlineData(7200, "in 2 hours")]
    [InlineData(-8640000, "3 months ago")]
    [InlineData(-94608000, "2 years ago")]
    public void A_distance_is_said_in_its_largest_whole_unit(int seconds, string expected) =>
        Assert.Equal(expected, RelativeTime.Describe(Noon.AddSeconds(seconds), Noon));

    [Fact]
    public void A_time_is_shown_on_the_clocks_of_the_browser_with_the_zone_on_hover()
    {
        var time = Render<LocalTime>(parameters => parameters.Add(t => t.When, Noon)).Find("time");

        Assert.Equal("12 May 2025, 14:00", time.TextContent);
        Assert.Equal("12 May 2025, 14:00:00 Europe/Berlin (UTC+02:00)", time.GetAttribute("title"));
    }

    [Theory]
    [InlineData(0, "12:00 AM")]
    [InlineData(9, "9:00 AM")]
    [InlineData(12, "12:00 PM")]
    [InlineData(23, "11:00 PM")]
    public void Clocks_of_twelve_hours_say_which_half_of_the_day_it_is(int hour, string expected) =>
        Assert.Equal(expected, new Clocks(TimeZoneInfo.Utc, TwelveHours: true).Minute(Noon.AddHours(hour - 12)));

    [Fact]
    public void A_relative_time_stays_true_while_the_page_is_open()
    {
        var ago = Render<TimeAgo>(parameters => parameters.Add(t => t.When, Noon));
        Assert.Equal("just now", ago.Find("time").TextContent);

        _time.Advance(TimeSpan.FromMinutes(3));

        ago.WaitForAssertion(() => Assert.Equal("3 minutes ago", ago.Find("time").TextContent));
    }
}
