using System.Collections.Frozen;

namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>What people and programs write into a cell to say that there is no number.</summary>
internal static class CellPlaceholders
{
    private const int LongestWord = 9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = new[]
    {
        "n/a", "#n/a", "n.a.", "na", "nan", "nil", "none", "(none)", "null", "(null)", "<null>", "undefined", "unknown",
        "0", "0.0", "0,0",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(" -_.?") < 0 || (text.Length <= LongestWord && Words.Contains(text));
}
