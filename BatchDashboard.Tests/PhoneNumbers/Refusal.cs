using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>Asserts that a cell is refused, under which code, and in which words.</summary>
internal static class Refusal
{
    private static readonly PhoneGate Gate = new();

    public static void Of(string cell, string code, string words, PhoneRules? rules = null)
    {
        var verdict = Gate.Check(cell, rules ?? new PhoneRules());

        Assert.Null(verdict.Number);
        Assert.Equal(code, verdict.Problem?.Code);
        Assert.Contains(words, verdict.Problem?.Message, StringComparison.Ordinal);
    }
}
