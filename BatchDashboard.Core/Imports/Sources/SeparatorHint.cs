namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The first line <c>sep=;</c> with which spreadsheets name their delimiter; it is no record.</summary>
internal static class SeparatorHint
{
    public static char? Find(ReadOnlySpan<char> firstLine) =>
        firstLine.Length == 5
        && firstLine.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && IsDelimiter(firstLine[4])
            ? firstLine[4]
            : null;

    public static bool IsHint(ReadOnlySpan<byte> record) =>
        record.Length == 5
        && System.Text.Ascii.EqualsIgnoreCase(record[..4], "sep="u8)
        && IsDelimiter((char)record[4]);

    private static bool IsDelimiter(char character) =>
        character is '\t' or (>= ' ' and <= '~') && !char.IsAsciiLetterOrDigit(character) && character is not ('"' or '\'');
}
