using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace BatchDashboard.Tests.Shell;

public sealed class BrowserPreferencesTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("scheme=dark", true)]
    [InlineData("theme=light; scheme=dark", false)]
    [InlineData("theme=dark; scheme=light", true)]
    [InlineData("theme=system; scheme=dark", true)]
    [InlineData("theme=nonsense; scheme=dark", true)]
    public void The_chosen_look_wins_over_the_systems(string cookies, bool isDark) =>
        Assert.Equal(isDark, Read(cookies).IsDark);

    [Theory]
    [InlineData("timezone=Europe%2FBerlin", "Europe/Berlin")]
    [InlineData("timezone=Not%2FA%2FZone", "UTC")]
    [InlineData("", "UTC")]
    public void An_unknown_zone_is_read_as_utc(string cookies, string zone) =>
        Assert.Equal(zone, Read(cookies).TimeZone.Id);

    [Theory]
    [InlineData("timezone=Europe%2FBerlin; chosen-zone=Asia%2FTokyo", "Asia/Tokyo")]
    [InlineData("timezone=Europe%2FBerlin; chosen-zone=", "Europe/Berlin")]
    [InlineData("timezone=Europe%2FBerlin; chosen-zone=Not%2FA%2FZone", "Europe/Berlin")]
    public void A_chosen_zone_that_exists_wins_over_the_browsers(string cookies, string zone) =>
        Assert.Equal(zone, Read(cookies).TimeZone.Id);

    [Theory]
    [InlineData("", "14:03")]
    [InlineData("hours=24", "14:03")]
    [InlineData("hours=nonsense", "14:03")]
    [InlineData("hours=12", "2:03 PM")]
    public void Days_have_twice_twelve_hours_only_when_that_was_chosen(string cookies, string expected) =>
        Assert.Equal(expected, Read(cookies).Clocks.Minute(new DateTimeOffset(2025, 5, 12, 14, 3, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("", true)]
    [InlineData("single-keys=on", true)]
    [InlineData("single-keys=nonsense", true)]
    [InlineData("single-keys=off", false)]
    public void Single_keys_are_shortcuts_until_they_are_switched_off(string cookies, bool areShortcuts) =>
        Assert.Equal(areShortcuts, Read(cookies).SingleKeys);

    private static BrowserPreferences Read(string cookies)
    {
        var context = new DefaultHttpContext { Request = { Headers = { Cookie = cookies } } };
        return BrowserPreferences.Read(context.Request.Cookies);
    }
}
