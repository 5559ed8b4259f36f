using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Shell;

/// <summary>
/// What the browser told in its cookies, so that the first paint already has the right colours and times; cascades to
/// every component.
/// </summary>
/// <param name="Theme">The look that was chosen in the user menu.</param>
/// <param name="SystemIsDark">What the operating system shows.</param>
/// <param name="TimeZoneId">The IANA name of the browser's zone.</param>
/// <param name="SingleKeys">Keys without a modifier are shortcuts; whoever speaks to the computer may switch that off.</param>
public sealed record BrowserPreferences(ThemeChoice Theme, bool SystemIsDark, string TimeZoneId, bool SingleKeys = true)
{
    public static readonly BrowserPreferences Unknown = new(ThemeChoice.System, false, "UTC");

    [JsonIgnore]
    public bool IsDark => Theme == ThemeChoice.Dark || (Theme == ThemeChoice.System && SystemIsDark);

    [JsonIgnore]
    public TimeZoneInfo TimeZone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneId, out var zone) ? zone : TimeZoneInfo.Utc;

    public static BrowserPreferences Read(IRequestCookieCollection cookies) => new(
        Enum.TryParse<ThemeChoice>(cookies["theme"], ignoreCase: true, out var theme) ? theme : ThemeChoice.System,
        cookies["scheme"] == "dark",
        cookies["timezone"] ?? "UTC",
        cookies["single-keys"] != "off");
}
