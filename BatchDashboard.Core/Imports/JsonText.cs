using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BatchDashboard.Core.Imports;

/// <summary>Writes and reads the JSON arrays of strings in which rows are stored.</summary>
/// <remarks>
/// Written by hand: in the load of a large file the general JSON writer costs more than parsing the CSV.
/// </remarks>
public static class JsonText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\', '\u007F']);

    public static string Array(ReadOnlySpan<string> values)
    {
        var length = 2;
        foreach (var value in values)
            length += value.Length + 3;

        var text = new StringBuilder(length).Append('[');
        for (var index = 0; index < values.Length; index++)
        {
            if (index > 0)
                text.Append(',');
            Append(text, values[index]);
        }

        return text.Append(']').ToString();
    }

    public static string[] ReadArray(string json) => JsonSerializer.Deserialize<string[]>(json)
        ?? throw new InvalidOperationException("A stored row is a JSON array, and this one is null.");

    private static void Append(StringBuilder text, ReadOnlySpan<char> value)
    {
        text.Append('"');
        for (var at = value.IndexOfAny(Escaped); at >= 0; at = value.IndexOfAny(Escaped))
        {
            text.Append(value[..at]);
            AppendEscaped(text, value[at]);
            value = value[(at + 1)..];
        }

        text.Append(value).Append('"');
    }

    private static void AppendEscaped(StringBuilder text, char character) => _ = character switch
    {
        '"' => text.Append("\\\""),
        '\\' => text.Append("\\\\"),
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
