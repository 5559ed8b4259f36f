using System.Buffers;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Tells text that may be a table from content of other kinds, by the first bytes of a file.</summary>
internal static class SourceContent
{
    /// <summary>
    /// A stray NUL in a cell costs a row, not the file; content with more control characters than this is no text.
    /// </summary>
    private const double MaxControlShare = 0.05;

    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0)
            .Select(code => (char)code)
            .Where(character => char.IsControl(character) && character is not ('\t' or '\r' or '\n' or '\u001A'))]);

    /// <summary>A workbook of today is a zip archive; other archives turn out when it is opened.</summary>
    public static bool IsZip(ReadOnlySpan<byte> head) =>
        head is [0x50, 0x4B, 0x03, 0x04, ..] or [0x50, 0x4B, 0x05, 0x06, ..];

    /// <summary>Why these bytes are not text, or null.</summary>
    public static Error? KnownBinary(ReadOnlySpan<byte> head) => head switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => SourceErrors.NotATable("it is a PDF document"),
        [0x1F, 0x8B, ..] => SourceErrors.NotATable("it is a gzip archive", "Unpack it and upload the file that is in it."),
        [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x47, 0x49, 0x46, 0x38, ..] =>
            SourceErrors.NotATable("it is an image", "Upload the list itself, as CSV or Excel workbook."),
        _ => null,
    };

    /// <summary>Why this text is no table, or null.</summary>
    public static string? NoTable(ReadOnlySpan<char> text)
    {
        if (ControlCount(text) > text.Length * MaxControlShare)
            return "its content is binary";

        var start = text.TrimStart();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            return "it is a web page or XML";
        return IsJson(start) ? "it is JSON" : null;
    }

    private static bool IsJson(ReadOnlySpan<char> text)
    {
        if (text is not ['{' or '[', ..])
            return false;
        var next = text[1..].TrimStart();
        return next is ['"' or '{' or '[', ..];
    }

    private static int ControlCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Controls); at >= 0; at = text.IndexOfAny(Controls))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }
}
