using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>Holds a page, as it stands now, against WCAG 2.0, 2.1 and 2.2, levels A and AA.</summary>
public static partial class Axe
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

    public static async Task AssertNoViolationsAsync(IPage page)
    {
        // While the circuit takes a page over, its title is empty for a moment.
        await Assertions.Expect(page).ToHaveTitleAsync(SomeTitle());
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Tags(Tags) });
        Assert.True(result.Passes.Length > 0, $"axe found nothing to check on {page.Url}.");
        var violations = result.Violations.SelectMany(rule => rule.Nodes.Select(node => Describe(rule, node))).ToArray();
        Assert.True(violations.Length == 0, $"{page.Url} is not accessible:\n{string.Join('\n', violations)}");
    }

    private static string Describe(AxeResultItem rule, AxeResultNode node)
    {
        var reasons = node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message);
        return $"- {rule.Id} ({rule.Impact}): {rule.Help}\n  at {node.Target}: {node.Html}\n  {string.Join("; ", reasons)}";
    }

    [GeneratedRegex(".")]
    private static partial Regex SomeTitle();
}
