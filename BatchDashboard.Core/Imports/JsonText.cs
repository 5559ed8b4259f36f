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

    /// <param name="change">What is written instead of the value at a position.</param>
    public static void WriteArray(
        IBufferWriter<byte> json, ReadOnlySpan<string> values, Func<int, string, string>? change = null)
    {
        json.Write("["u8);
        for (var index = 0; index < values.Length; index++)
        {
            if (index > 0)
                json.Write(","u8);
            WriteString(json, change is null ? values[index] : change(index, values[index]));
        }

        json.Write("]"u8);
    }

    public static string[] ReadArray(string json) => JsonSerializer.Deserialize<string[]>(json)
        ?? throw new InvalidOperationException("A stored row is a JSON array, and this one is null.");

    private static void WriteString(IBufferWriter<byte> json, ReadOnlySpan<char> value)
    {
        json.Write("\""u8);
        for (var at = value.IndexOfAny(Escaped); at >= 0; at = value.IndexOfAny(Escaped))
        {
            Encoding.UTF8.GetBytes(value[..at], json);
            WriteEscaped(json, value[at]);
            value = value[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(value, json);
        json.Write("\""u8);
    }

    private static void WriteEscaped(IBufferWriter<byte> json, char character)
    {
        switch (character)
        {
            case '"':
                json.Write("\\\""u8);
                break;
            case '\\':
                json.Write("\\\\"u8);
                break;
            case '\n':
                json.Write("\\n"u8);
                break;
            case '\r':
                json.Write("\\r"u8);
                break;
            case '\t':
                json.Write("\\t"u8);
                break;
            default:
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"), json);
                break;
        }
    }
}
