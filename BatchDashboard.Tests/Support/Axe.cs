using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>Holds a page, as it stands now, against WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
public static partial class Axe
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private const string Run =
        """
        async tags => {
            const { passes, violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
            const reasons = node => [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ");
            const faults = violations.flatMap(rule => rule.nodes.map(node =>
                `- ${rule.id} (${rule.impact}): ${rule.help}\n  at ${node.target}: ${node.html}\n  ${reasons(node)}`));
            return { passed: passes.length, faults };
        }
        """;

    public static async Task AssertNoViolationsAsync(IPage page)
    {
        // While the circuit takes a page over, its title is empty for a moment.
        await Assertions.Expect(page).ToHaveTitleAsync(SomeTitle());
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<Findings>(Run, Tags);
        Assert.True(found.Passed > 0, $"axe found nothing to check on {page.Url}.");
        Assert.True(found.Faults.Length == 0, $"{page.Url} is not accessible:\n{string.Join('\n', found.Faults)}");
    }

    [GeneratedRegex(".")]
    private static partial Regex SomeTitle();

    private sealed record Findings
    {
        public int Passed { get; init; }

        public string[] Faults { get; init; } = [];
    }
}
