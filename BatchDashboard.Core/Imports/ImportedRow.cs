namespace BatchDashboard.Core.Imports;

/// <summary>One row of a source after mapping and validation: ready to be called, or skipped.</summary>
/// <param name="rowNumber">The record's number in the file with the header as 1, blank lines counted; API entries from 1.</param>
/// <param name="number">UTF-8, E.164; empty when the row is skipped.</param>
/// <param name="data">
/// UTF-8 JSON: an array of the values in the order of the <see cref="RowLayout"/>, or for API entries the call object
/// without its phone number. Of a skipped row, all that it says in the source.
/// </param>
/// <param name="notBefore">The row's own start time, when it has one.</param>
/// <param name="skipped">Set when the row is skipped.</param>
/// <param name="columnsAtFault">Positions of all cells that a row of a file is skipped for, the one that is named first.</param>
public readonly ref struct ImportedRow(
    int rowNumber, ReadOnlySpan<byte> number, ReadOnlySpan<byte> data, DateTimeOffset? notBefore, SkippedRow? skipped,
    IReadOnlyList<int> columnsAtFault)
{
    public int RowNumber { get; } = rowNumber;

    public ReadOnlySpan<byte> Number { get; } = number;

    public ReadOnlySpan<byte> Data { get; } = data;

    public DateTimeOffset? NotBefore { get; } = notBefore;

    public SkippedRow? Skipped { get; } = skipped;

    public IReadOnlyList<int> ColumnsAtFault { get; } = columnsAtFault;
}
