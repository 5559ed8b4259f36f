using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Architecture;

/// <summary>Words that may not stand in some files.</summary>
/// <param name="Name">The rule as a sentence.</param>
/// <param name="Applies">The files it is about.</param>
/// <param name="Forbidden">Matched line by line.</param>
/// <param name="Instead">What to do.</param>
/// <param name="Example">A line that breaks it; proves that the rule can fail.</param>
internal sealed record Rule(
    string Name,
    Func<SourceFile, bool> Applies,
    Regex Forbidden,
    string Instead,
    string Example)
{
    /// <summary>What the test runner shows.</summary>
    public override string ToString() => Name;

    public void Check(IEnumerable<SourceFile> files) =>
        Violations.AssertNone(Name, Instead, files.Where(Applies).SelectMany(file => file.Find(Forbidden)));
}
