using System.Text.Json.Serialization;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Shell;

/// <summary>
/// What the browser told in its cookies, so that the first paint already has the right colours and times; cascades to
/// every component.
/// </summary>
/// <param name="Theme">The look that was chosen in the user menu.</param>
/// <param name="SystemIsDark">What the operating system shows.</param>
/// <param name="TimeZoneId">The IANA name of the browser's zone.</param>
/// <param name="ChosenZoneId">The zone that was chosen in the user menu in its place, if any.</param>
/// <param name="TwelveHours">Times are shown as "2:03 PM".</param>
/// <param name="SingleKeys">Keys without a modifier are shortcuts; whoever speaks to the computer may switch that off.</param>
public sealed record BrowserPreferences(
    ThemeChoice Theme, bool SystemIsDark, string TimeZoneId, string? ChosenZoneId = null, bool TwelveHours = false, bool SingleKeys = true)
{
    public static readonly BrowserPreferences Unknown = new(ThemeChoice.System, false, "UTC");

    [JsonIgnore]
    public bool IsDark => Theme == ThemeChoice.Dark || (Theme == ThemeChoice.System && SystemIsDark);

    [JsonIgnore]
    public TimeZoneInfo TimeZone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(ChosenZoneId ?? "", out var chosen) ? chosen
        : TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneId, out var zone) ? zone
        : TimeZoneInfo.Utc;

    [JsonIgnore]
    public Clocks Clocks => new(TimeZone, TwelveHours);

    public static BrowserPreferences Read(IRequestCookieCollection cookies) => new(
        Enum.TryParse<ThemeChoice>(cookies["theme"], ignoreCase: true, out var theme) ? theme : ThemeChoice.System,
        cookies["scheme"] == "dark",
        cookies["timezone"] ?? "UTC",
        cookies["chosen-zone"],
        cookies["hours"] == "12",
        cookies["single-keys"] != "off");
}
