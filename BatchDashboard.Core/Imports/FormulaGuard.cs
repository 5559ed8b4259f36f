namespace BatchDashboard.Core.Imports;

/// <summary>
/// Keeps spreadsheets from running a cell of an export as a formula, and takes the mark off again at import.
/// </summary>
public static class FormulaGuard
{
    /// <summary>
    /// Puts an apostrophe before a cell that starts a formula, and before one that looks as if it had the mark
    /// already.
    /// </summary>
    public static string Protect(string cell) => NeedsGuard(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    /// <summary>Takes off the one apostrophe that <see cref="Protect"/> has put there.</summary>
    public static string Unprotect(string cell) =>
        cell is ['\'', ..] && NeedsGuard(cell.AsSpan().TrimStart('\'')) ? cell[1..] : cell;

    private static bool NeedsGuard(ReadOnlySpan<char> text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\0', ..];
}
