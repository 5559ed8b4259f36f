namespace BatchDashboard.Core.CallSettings;

/// <summary>A template with the values of one recipient in it.</summary>
/// <param name="Parts">The same text in pieces, for highlighting.</param>
public sealed record RenderedPrompt(string Text, IReadOnlyList<RenderedPart> Parts)
{
    /// <summary>The variables that had neither a value nor a default, each once.</summary>
    public IReadOnlyList<string> Missing =>
        [.. Parts.Where(part => part.Missing).Select(part => part.VariableName).OfType<string>().Distinct()];
}
