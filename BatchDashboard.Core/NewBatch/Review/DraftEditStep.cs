namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>One thing that the operator did to the rows of a draft, and can undo.</summary>
public sealed class DraftEditStep
{
    public required Guid DraftId { get; init; }

    /// <summary>Counts up within the draft.</summary>
    public required int Step { get; init; }

    /// <summary>What it was, such as "drop 12 rows".</summary>
    public required string Words { get; init; }

    /// <summary>Stands for the rows of a step that is still being stored, or never was to its end; it does not count.</summary>
    public const int Unfinished = -1;

    /// <summary>How many rows it changed.</summary>
    public required int Rows { get; init; }

    public required DateTimeOffset At { get; init; }
}
