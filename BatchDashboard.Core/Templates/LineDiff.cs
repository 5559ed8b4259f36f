namespace BatchDashboard.Core.Templates;

/// <summary>Compares two texts line by line: the longest common subsequence stays, the rest is removed and added.</summary>
public static class LineDiff
{
    /// <summary>Of the table; where more would be needed, what differs is removed and added as a whole.</summary>
    private const int MostCells = 4_000_000;

    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        return
        [
            .. before.Take(head).Select(Same),
            .. Middle([.. before.Skip(head).SkipLast(tail)], [.. after.Skip(head).SkipLast(tail)]),
            .. before.TakeLast(tail).Select(Same),
        ];
    }

    private static List<DiffLine> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostCells)
            return [.. before.Select(Removed), .. after.Select(Added)];
        var common = CommonLengths(before, after);
        var lines = new List<DiffLine>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add(Same(before[i++]));
                j++;
            }
            else if (i < before.Length && (j == after.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(Removed(before[i++]));
            }
            else
            {
                lines.Add(Added(after[j++]));
            }
        }

        return lines;
    }

    /// <summary>How many lines are common from each pair of places on.</summary>
    private static int[,] CommonLengths(string[] before, string[] after)
    {
        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }

    private static DiffLine Same(string line) => new(LineChange.Same, line);

    private static DiffLine Removed(string line) => new(LineChange.Removed, line);

    private static DiffLine Added(string line) => new(LineChange.Added, line);
}
