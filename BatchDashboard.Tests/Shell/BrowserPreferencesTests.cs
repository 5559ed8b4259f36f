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
