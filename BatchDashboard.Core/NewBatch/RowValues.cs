using System.Text.Json;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Reads single cells of the rows of a report.</summary>
public static class RowValues
{
    /// <summary>The cell as it stands in the file.</summary>
    public static string ValueAt(this ReadyRow row, int column)
    {
        using var values = JsonDocument.Parse(row.Data);
        return values.RootElement[column].GetString() ?? "";
    }
}
