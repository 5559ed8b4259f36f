namespace BatchDashboard.Tests.Imports.BadInput;

internal static class CsvCell
{
    public static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
