namespace BatchDashboard.Core.Imports;

/// <summary>How far a source is read.</summary>
/// <param name="Rows">Read so far, ready and skipped together.</param>
/// <param name="EstimatedRows">How many there are in all, from the part of the source that they took; exact in the end.</param>
public readonly record struct ImportProgress(int Rows, int EstimatedRows)
{
    /// <param name="partRead">From 0 to 1.</param>
    internal static ImportProgress Of(int rows, double partRead) =>
        new(rows, (int)Math.Clamp(rows / partRead, rows, int.MaxValue));
}
