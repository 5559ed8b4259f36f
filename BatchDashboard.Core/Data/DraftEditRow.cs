namespace BatchDashboard.Core.Data;

/// <summary>One change of a cell by one step; the latest step of a cell counts.</summary>
internal sealed class DraftEditRow
{
    public required Guid DraftId { get; init; }

    public required int RowNumber { get; init; }

    public required int Column { get; init; }

    public required int Step { get; init; }

    public string? Value { get; init; }

    public string? Before { get; init; }
}
