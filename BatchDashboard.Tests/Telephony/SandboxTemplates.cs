using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Telephony;

/// <summary>The smallest honest renderer: one pass, so that braces in values stay.</summary>
internal static partial class SandboxTemplates
{
    public static string Render(string template, IReadOnlyDictionary<string, string> variables) =>
        Variable().Replace(template, match => variables.GetValueOrDefault(match.Groups[1].Value, ""));

    [GeneratedRegex(@"\{\{\s*(\w+)\s*\}\}")]
    private static partial Regex Variable();
}
