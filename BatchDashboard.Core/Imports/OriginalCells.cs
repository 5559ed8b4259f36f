using System.Text.Json;

namespace BatchDashboard.Core.Imports;

/// <summary>The cells of a row as its source had them, for tables that lead with the source's own columns.</summary>
internal static class OriginalCells
{
    /// <summary>The columns for a batch whose source is call objects and not a file.</summary>
    public static readonly IReadOnlyList<string> EntryHeaders = ["phone_number", CallObjectHeader];

    private const string CallObjectHeader = "call_object";

    /// <summary>As many cells as there are headers, and what a row has beyond them.</summary>
    /// <param name="original">JSON array of the row's fields, or for API entries the call object.</param>
    public static (string[] Cells, string[] Surplus) Of(IReadOnlyList<string> headers, string original)
    {
        using var json = JsonDocument.Parse(original);
        if (json.RootElement.ValueKind == JsonValueKind.Object)
            return ([.. headers.Select(header => EntryCell(json.RootElement, header, original))], []);

        string[] fields = [.. json.RootElement.EnumerateArray().Select(field => field.GetString() ?? "")];
        var cells = new string[headers.Count];
        Array.Fill(cells, "");
        var kept = Math.Min(fields.Length, cells.Length);
        Array.Copy(fields, cells, kept);
        return (cells, fields[kept..]);
    }

    private static string EntryCell(JsonElement entry, string header, string original) =>
        header == CallObjectHeader ? original
        : entry.TryGetProperty(header, out var value) ? value.ToString()
        : "";
}
