using System.Text.RegularExpressions;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Imports.Columns;

/// <summary>Tells by its looks what a single value is.</summary>
internal static partial class CellKinds
{
    private static readonly HashSet<string> YesNo = new(
        ["yes", "no", "y", "n", "true", "false", "ja", "nein", "oui", "non", "si", "sí", "sim", "não", "да", "нет"],
        StringComparer.OrdinalIgnoreCase);

    /// <param name="isPhoneNumber">Asked about values that are as many digits as a phone number, and nothing else.</param>
    public static ContentKind Of(string value, Func<string, bool> isPhoneNumber)
    {
        var text = FormulaGuard.Unprotect(value).Trim();
        return text switch
        {
            _ when YesNo.Contains(text) => ContentKind.YesNo,
            _ when Email().IsMatch(text) => ContentKind.Email,
            _ when SettingText.IsWebAddress(text) => ContentKind.Url,
            _ when ZoneShape().IsMatch(text) && SettingText.IsTimeZone(text) => ContentKind.TimeZone,
            _ when Date().IsMatch(text) => ContentKind.DateTime,
            _ when IsPhone(text, isPhoneNumber) => ContentKind.PhoneNumber,
            _ when Number().IsMatch(text) => ContentKind.Number,
            _ => ContentKind.Text,
        };
    }

    // A plus, a leading zero or two, or the usual groups tell a number in the spelling of any country. Digits alone may as
    // well be an amount or an id; there the numbering plans decide, with the plus that spreadsheets drop as a second reading.
    private static bool IsPhone(string text, Func<string, bool> isPhoneNumber)
    {
        var digits = text.Count(char.IsDigit);
        if (digits is < 7 or > 17)
            return false;
        if (DigitsOnly().IsMatch(text))
            return isPhoneNumber(text) || isPhoneNumber("+" + text);
        return PhoneShape().IsMatch(text) || isPhoneNumber(text);
    }

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s.]{2,}\z")]
    private static partial Regex Email();

    /// <summary>Before the system is asked, which looks for a file of that name.</summary>
    [GeneratedRegex(@"\A([A-Z][A-Za-z_]+(/[A-Za-z0-9_+\-]+){1,2}|UTC|GMT)\z")]
    private static partial Regex ZoneShape();

    /// <summary>In ISO order or with the year last, with or without a time.</summary>
    [GeneratedRegex(@"\A(\d{4}[\-/.]\d{1,2}[\-/.]\d{1,2}|\d{1,2}[\-/.]\d{1,2}[\-/.]\d{2,4})([T ]\d{1,2}:\d{2}[0-9:.+\-Z APM]*)?\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A[1-9]\d+\z")]
    private static partial Regex DigitsOnly();

    [GeneratedRegex(@"\A\(?(\+|0)[0-9 ()./\-]+\z|\A\(?\d{2,5}\)?([ /\-]+\d+)+\z|\A\d{3}\.\d{3}\.\d{4}\z")]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"\A[+\-]?\d+([.,' ]\d+)*\s?%?\z")]
    private static partial Regex Number();
}
