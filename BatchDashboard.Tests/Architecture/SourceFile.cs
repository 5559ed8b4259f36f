using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Architecture;

/// <summary>One text file of the tree.</summary>
/// <param name="Path">From the top of the tree, with forward slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public IReadOnlyList<string> Lines { get; } = Text.TrimEnd('\n').Split('\n');

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsRazor => Path.EndsWith(".razor", StringComparison.Ordinal);

    public bool IsCode => IsCSharp || IsRazor;

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public bool IsTest => IsUnder("BatchDashboard.Tests");

    public bool IsProduct => IsUnder("BatchDashboard.Core") || IsUnder("BatchDashboard.Web");

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>Where the pattern stands, as <c>path:line: text</c>; in code, comments are not looked at.</summary>
    public IEnumerable<string> Find(Regex pattern) => Lines
        .Select((line, index) => (Number: index + 1, Text: IsCode ? WithoutComment(line) : line))
        .Where(line => pattern.IsMatch(line.Text))
        .Select(line => $"{Path}:{line.Number}: {line.Text.Trim()}");

    // The colon keeps addresses in strings, such as http://localhost.
    private static string WithoutComment(string line) => Regex.Replace(line, @"(?<!:)//.*$", "");
}
