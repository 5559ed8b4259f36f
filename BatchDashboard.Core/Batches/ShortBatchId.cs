using System.Text.RegularExpressions;

namespace BatchDashboard.Core.Batches;

/// <summary>An id of a batch as people have it: whole, its beginning, or beginning and end as screens show it.</summary>
/// <param name="Start">In the spelling of the database: capitals, with hyphens.</param>
/// <param name="End">Likewise; empty: any.</param>
internal sealed partial record ShortBatchId(string Start, string End)
{
    private static readonly int[] Hyphens = [8, 12, 16, 20];

    /// <summary>Null: it is none.</summary>
    public static ShortBatchId? Parse(string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
            return null;
        var start = match.Groups["start"].Value.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var hyphen in Hyphens.Reverse().Where(hyphen => hyphen < start.Length))
            start = start.Insert(hyphen, "-");
        return new ShortBatchId(start, match.Groups["end"].Value.ToUpperInvariant());
    }

    // Fewer than four digits are in most ids, because they tell the time.
    [GeneratedRegex(@"^(?<start>[0-9a-f](?:-?[0-9a-f]){3,31})(?:(?:…|\.{2,3})(?<end>[0-9a-f]{0,12}))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
