using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>A row's variables as somebody would say them on the telephone.</summary>
internal static partial class SpokenVariables
{
    private static readonly string[] Organizations = ["business", "company", "organization", "store", "product"];

    /// <summary>Name in words and value; web addresses are left out, nobody reads those aloud.</summary>
    public static IEnumerable<(string Label, string Value)> Of(IReadOnlyDictionary<string, string> variables) =>
        from variable in variables
        where !IsWebAddress(variable.Value)
        select (Label(variable.Key), variable.Value);

    /// <summary>The value of the first variable that looks like a person's name.</summary>
    public static string? Recipient(IReadOnlyDictionary<string, string> variables) =>
        Of(variables).FirstOrDefault(variable => IsPersonsName(variable.Label)).Value;

    private static string Label(string name) => WordBoundary().Replace(name, " ").Trim().ToLowerInvariant();

    private static bool IsPersonsName(string label) =>
        label.Split(' ').Contains("name") && !Organizations.Any(word => label.Contains(word, StringComparison.Ordinal));

    private static bool IsWebAddress(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ||
        value.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<=\p{Ll}|\d)(?=\p{Lu})|[\s_.-]+")]
    private static partial Regex WordBoundary();
}
