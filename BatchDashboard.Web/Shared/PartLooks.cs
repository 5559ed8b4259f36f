namespace BatchDashboard.Web.Shared;

/// <summary>The colours and patterns of the parts of bars; parts of one tone differ by their pattern.</summary>
internal static class PartLooks
{
    private static readonly string[] Patterns = ["second", "third"];

    /// <summary>The CSS classes of parts, in their order; whichever of them are there, each keeps its own.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Tone> tones) => [.. tones.Select((tone, index) =>
    {
        var before = tones.Take(index).Count(other => other == tone);
        var name = tone.ToString().ToLowerInvariant();
        return before == 0 ? name : $"{name} {Patterns[Math.Min(before, Patterns.Length) - 1]}";
    })];
}
