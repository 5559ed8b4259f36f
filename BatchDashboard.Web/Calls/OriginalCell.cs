using System.Text.Json;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Web.Calls;

/// <summary>One field of a skipped row, as it stands in the source.</summary>
/// <param name="Value">Null: the row ends before this column.</param>
public sealed record OriginalCell(string Column, string? Value)
{
    /// <param name="original">A JSON array of fields, or the object of an API entry.</param>
    /// <param name="layout">Names the fields of a file's rows; null for API entries.</param>
    public static IReadOnlyList<OriginalCell> Read(string original, RowLayout? layout)
    {
        using var json = JsonDocument.Parse(original);
        if (json.RootElement.ValueKind == JsonValueKind.Object)
            return [.. json.RootElement.EnumerateObject().Select(member => new OriginalCell(member.Name, member.Value.ToString()))];

        string?[] fields = [.. json.RootElement.EnumerateArray().Select(field => field.GetString())];
        var headers = layout?.Headers ?? [];
        return
        [
            .. Enumerable.Range(0, Math.Max(fields.Length, headers.Count)).Select(index => new OriginalCell(
                index < headers.Count ? headers[index] : $"beyond the last column ({index + 1})",
                index < fields.Length ? fields[index] : null)),
        ];
    }
}
