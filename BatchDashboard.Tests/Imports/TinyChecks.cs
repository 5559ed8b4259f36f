using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports;

/// <summary>Hand-written stand-ins for the phone gate and the catalogue: few rules, the same codes.</summary>
internal static partial class TinyChecks
{
    public static readonly PhoneNumber Blocked = new("+12125550177");

    private static readonly string[] Settings =
        ["voice", "from", "start_time", "webhook", "voicemail", "request_data", "metadata", "max_duration"];

    public static ImportChecks All { get; } = new(Phone, Setting, number => number == Blocked);

    public static bool IsSetting(string name) => Settings.Contains(name);

    public static Result<JsonNode?> Setting(string name, string cell) =>
        name != "max_duration" || int.TryParse(cell, out var minutes) && minutes <= 720
            ? (JsonNode?)JsonValue.Create(cell)
            : new Error("bad", "a number of minutes, at most 720.");

    public static PhoneVerdict Phone(string cell, PhoneRules rules)
    {
        var text = cell.Trim().TrimStart('\'');
        if (Problem(text) is { } code)
            return new PhoneVerdict(null, false, new Error(code, $"{code}, says the tiny gate"));

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return new PhoneVerdict(new PhoneNumber("+" + (digits.Length == 10 ? "1" + digits : digits)), false, null);
    }

    private static string? Problem(string text)
    {
        if (text is "" or "N/A" or "null" or "-" or "0")
            return SkipCodes.Blank;
        if (Scientific().IsMatch(text))
            return SkipCodes.ExcelScientific;
        if (text.EndsWith(".0", StringComparison.Ordinal))
            return SkipCodes.ExcelFloat;
        if (text.AsSpan().ContainsAny(";/\n"))
            return SkipCodes.SeveralNumbers;
        if (Extension().IsMatch(text))
            return SkipCodes.Extension;
        if (text.Replace("tel:", "", StringComparison.Ordinal).Any(char.IsLetter))
            return SkipCodes.NotANumber;
        return ByDigits(string.Concat(text.Where(char.IsAsciiDigit)));
    }

    private static string? ByDigits(string digits) => digits switch
    {
        "911" or "112" => SkipCodes.Emergency,
        _ when American().Match(digits) is { Success: true, Groups: [_, var area] } => area.Value switch
        {
            "800" or "888" => SkipCodes.TollFree,
            "900" => SkipCodes.Premium,
            _ => null,
        },
        _ when digits.StartsWith("33", StringComparison.Ordinal) && digits.Length == 11 => null,
        _ => SkipCodes.Invalid,
    };

    [GeneratedRegex(@"^\d[.,]\d+E\+\d+$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"(x|ext\.?)\s*\d+$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"^1?([2-9]\d\d)[2-9]\d{6}$")]
    private static partial Regex American();
}
