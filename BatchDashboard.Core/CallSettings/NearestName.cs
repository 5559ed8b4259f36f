namespace BatchDashboard.Core.CallSettings;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int MostEdits = 2;
    private const int LongestName = 40;

    internal static string? Of(string name, IEnumerable<string> known)
    {
        // A long text is no slip of the keyboard, and comparing it would cost its length squared.
        if (name.Length > LongestName) return null;

        var wanted = name.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        var nearest = known
            .Select(candidate => (candidate, edits: Edits(wanted, candidate)))
            .OrderBy(pair => pair.edits).ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.edits <= MostEdits && nearest.edits < wanted.Length / 2 ? nearest.candidate : null;
    }

    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
