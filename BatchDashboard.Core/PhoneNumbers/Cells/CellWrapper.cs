namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Takes off what surrounds a number: <c>'+1…</c>, <c>="+1…"</c>, <c>tel:+1…</c>.</summary>
internal static class CellWrapper
{
    private const string LinkScheme = "tel:";

    /// <param name="changed">A spreadsheet wrapper was removed; a link is just a way to write a number.</param>
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text, out bool changed)
    {
        var bare = text switch
        {
            ['\'', ..] => text[1..],
            ['=', '"', .., '"'] => text[2..^1],
            _ => text,
        };
        changed = bare.Length != text.Length;
        bare = bare.Trim();
        return bare.StartsWith(LinkScheme, StringComparison.OrdinalIgnoreCase)
            ? bare[LinkScheme.Length..].Trim()
            : bare;
    }
}
