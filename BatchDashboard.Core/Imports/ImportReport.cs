namespace BatchDashboard.Core.Imports;

/// <summary>What a whole source would become; always as many rows as are ready and skipped together.</summary>
/// <param name="SkippedByCode">By <see cref="SkipCodes"/>.</param>
/// <param name="SkippedRows">The first of them.</param>
/// <param name="ReadyRows">The first of them.</param>
public sealed record ImportReport(
    int Total,
    int Ready,
    IReadOnlyDictionary<string, int> SkippedByCode,
    IReadOnlyList<SkippedRow> SkippedRows,
    IReadOnlyList<ReadyRow> ReadyRows)
{
    public int Skipped => Total - Ready;
}
