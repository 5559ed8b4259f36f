using System.Text;

namespace BatchDashboard.Core.CallSettings;

/// <summary>Takes a template apart; together its tokens are the template again.</summary>
/// <remarks>Nothing between the braces of a variable may be a brace, so no attempt reads past the next one and the time
/// stays linear.</remarks>
internal ref struct PromptScanner
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private PromptScanner(ReadOnlySpan<char> text, int at)
    {
        _text = text;
        _at = at;
    }

    internal static IReadOnlyList<PromptToken> Scan(string text)
    {
        var tokens = new List<PromptToken>();
        var (literal, at) = (0, 0);
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var scanner = new PromptScanner(text, open + 2);
            if (!scanner.TryVariable(out var name, out var fallback))
            {
                at = open + 1;
                continue;
            }

            if (open > literal) tokens.Add(new PromptToken(text[literal..open]));
            tokens.Add(new PromptToken(text[open..scanner._at], name, fallback));
            literal = at = scanner._at;
        }

        if (literal < text.Length) tokens.Add(new PromptToken(text[literal..]));
        return tokens;
    }

    private bool TryVariable(out string name, out string? fallback)
    {
        fallback = null;
        return TryName(out name)
            && (!Take("|") || TryDefault(out fallback))
            && Take("}}");
    }

    private bool TryName(out string name)
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.' or '-')) _at++;
        name = _text[start.._at].ToString();
        return name.Length > 0;
    }

    private bool TryDefault(out string? fallback)
    {
        fallback = null;
        if (!Take("default") || !Take(":")) return false;

        SkipSpace();
        if (_at == _text.Length || ClosingQuote(_text[_at]) is not { } close) return false;

        var start = ++_at;
        while (_at < _text.Length && _text[_at] != close && _text[_at] is not ('{' or '}')) _at += IsEscape(close) ? 2 : 1;
        if (_at >= _text.Length || _text[_at] != close) return false;

        fallback = Unescape(_text[start.._at++], close);
        return true;
    }

    /// <summary>A backslash stands before a quote or a backslash that is meant as such; anywhere else it is itself.</summary>
    private readonly bool IsEscape(char close) =>
        _text[_at] == '\\' && _at + 1 < _text.Length && (_text[_at + 1] == close || _text[_at + 1] == '\\');

    private static string Unescape(ReadOnlySpan<char> quoted, char close)
    {
        var text = new StringBuilder(quoted.Length);
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] == '\\' && i + 1 < quoted.Length && (quoted[i + 1] == close || quoted[i + 1] == '\\')) i++;
            text.Append(quoted[i]);
        }

        return text.ToString();
    }

    /// <summary>Word processors turn straight quotes into curly ones.</summary>
    private static char? ClosingQuote(char open) => open switch
    {
        '"' or '\'' => open,
        '“' => '”',
        _ => null,
    };

    private bool Take(ReadOnlySpan<char> expected)
    {
        SkipSpace();
        if (!_text[_at..].StartsWith(expected, StringComparison.Ordinal)) return false;

        _at += expected.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }
}
