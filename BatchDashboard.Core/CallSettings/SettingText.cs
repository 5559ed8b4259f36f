using System.Text.RegularExpressions;

namespace BatchDashboard.Core.CallSettings;

/// <summary>The shapes that texts of some settings must have.</summary>
internal static partial class SettingText
{
    /// <summary>
    /// The number without its punctuation; null when it is none. Whether it exists is not asked here.
    /// </summary>
    internal static string? Dialable(string text)
    {
        if (!Punctuated().IsMatch(text)) return null;

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is >= 7 and <= 15 ? (text[0] == '+' ? $"+{digits}" : digits) : null;
    }

    internal static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.Host.Length > 0;

    internal static bool IsKeySequence(string text) => Keys().IsMatch(text);

    internal static bool IsTimeZone(string text) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId;

    [GeneratedRegex(@"\A\+?[0-9(][0-9 ().\-]*\z")]
    private static partial Regex Punctuated();

    [GeneratedRegex(@"\A[0-9*#w]+\z")]
    private static partial Regex Keys();
}
