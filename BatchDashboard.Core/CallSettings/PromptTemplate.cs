using System.Text;

namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// A text with variables, <c>{{name}}</c> or <c>{{name | default: "there"}}</c>, taken apart once and rendered for each
/// recipient.
/// </summary>
/// <remarks>Braces that are no variable stay as they are: a prompt is never refused for its punctuation.</remarks>
public sealed class PromptTemplate
{
    private readonly IReadOnlyList<PromptToken> _tokens;

    private PromptTemplate(string text, IReadOnlyList<PromptToken> tokens)
    {
        Text = text;
        _tokens = tokens;
        Variables = [.. tokens.Select(token => token.Name).OfType<string>().Distinct()];
        WithoutDefault = [.. tokens.Where(token => token.Default is null).Select(token => token.Name).OfType<string>().Distinct()];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Each name once, in the order of their first use.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Those that need a value of the recipient at least once.</summary>
    public IReadOnlyList<string> WithoutDefault { get; }

    public static PromptTemplate Parse(string text) => new(text, PromptScanner.Scan(text));

    /// <summary>Values are data: braces in them are not looked at. A blank value counts as none.</summary>
    public RenderedPrompt Render(IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(Text.Length);
        var parts = new RenderedPart[_tokens.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Render(_tokens[i], values);
            text.Append(parts[i].Text);
        }

        return new RenderedPrompt(text.ToString(), parts);
    }

    /// <summary>
    /// The text for those who know variables but no defaults: where there is no value, the default stands in its place, and
    /// elsewhere the bare variable, so that values stay data.
    /// </summary>
    public string WithDefaults(IReadOnlyDictionary<string, string> values) => string.Concat(_tokens.Select(token =>
        token.Default is null ? token.Text
        : Render(token, values) is { IsDefault: true } part ? part.Text
        : $"{{{{{token.Name}}}}}"));

    private static RenderedPart Render(PromptToken token, IReadOnlyDictionary<string, string> values)
    {
        if (token.Name is null) return new RenderedPart(token.Text);

        return values.TryGetValue(token.Name, out var given) && !string.IsNullOrWhiteSpace(given)
            ? new RenderedPart(given, token.Name)
            : new RenderedPart(token.Default ?? "", token.Name, Missing: token.Default is null, IsDefault: token.Default is not null);
    }
}
