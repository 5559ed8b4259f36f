namespace BatchDashboard.Core.Imports.Columns;

/// <summary>How well a header fits the names of a target.</summary>
/// <param name="Points">From 0 to 100.</param>
/// <param name="Rank">Position of the name among the target's, the best first.</param>
/// <param name="IsVague">The name stands for other things as well.</param>
internal sealed record NameMatch(int Points, int Rank, bool IsVague = false)
{
    public const int Exact = 100;
    public const int Alias = 95;
    public const int SameWords = 90;
    public const int Alike = 75;
    public const int SomeWords = 70;

    private const double LeastSimilarity = 0.92;

    /// <summary>Shorter names are like too many others.</summary>
    private const int ShortestAlike = 5;

    /// <param name="names">Of the target, its own first.</param>
    public static NameMatch? Of(HeaderKey header, HeaderKey[] names)
    {
        if (header.Text.Length == 0)
            return null;
        if (Array.FindIndex(names, name => name.Text == header.Text) is >= 0 and var same)
            return new NameMatch(same == 0 ? Exact : Alias, same);
        if (Array.FindIndex(names, name => name.HasSameWordsAs(header)) is >= 0 and var words)
            return new NameMatch(SameWords, words);
        return Array.FindIndex(names, name => IsAlike(name.Text, header.Text)) is >= 0 and var alike
            ? new NameMatch(Alike, alike)
            : null;
    }

    // The measure cannot reach the limit when the lengths differ by more, and it is asked for every pair of names.
    private static bool IsAlike(string name, string header) =>
        Math.Min(name.Length, header.Length) >= ShortestAlike
        && Math.Abs(name.Length - header.Length) <= 3
        && JaroWinkler.Similarity(name, header) >= LeastSimilarity;
}
