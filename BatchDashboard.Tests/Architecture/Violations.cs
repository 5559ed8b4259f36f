namespace BatchDashboard.Tests.Architecture;

/// <summary>How a broken rule of the house is reported: where, and what to do.</summary>
internal static class Violations
{
    public static void AssertNone(string rule, string instead, IEnumerable<string> violations)
    {
        var found = violations.ToArray();
        Assert.True(found.Length == 0, $"{rule}. {instead}\n{string.Join('\n', found)}");
    }
}
