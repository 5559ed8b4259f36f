namespace BatchDashboard.Core.Calls;

/// <summary>The key of a call's row: batch and row number in one 64-bit integer, so that a batch lies together and pages without a second index.</summary>
public readonly record struct CallKey(long Value)
{
    private const int RowBits = 24;

    /// <summary>The most rows a batch can hold.</summary>
    public const int MaxRow = (1 << RowBits) - 1;

    public CallKey(int batchNumber, int rowNumber)
        : this(((long)batchNumber << RowBits) | (uint)rowNumber)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batchNumber);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)rowNumber, (uint)MaxRow, nameof(rowNumber));
    }

    public int BatchNumber => (int)(Value >> RowBits);

    public int RowNumber => (int)(Value & MaxRow);

    /// <summary>The lowest and highest key a call of the batch can have.</summary>
    public static (long First, long Last) RangeOf(int batchNumber) =>
        (new CallKey(batchNumber, 0).Value, new CallKey(batchNumber, MaxRow).Value);
}
