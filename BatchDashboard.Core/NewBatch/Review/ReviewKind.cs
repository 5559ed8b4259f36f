namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>What would become of a row; every row is of one kind.</summary>
public enum ReviewKind
{
    /// <summary>Will be called.</summary>
    Ready,

    /// <summary>Will be called, and deserves a look.</summary>
    Warning,
    Error,
    Duplicate,
    DoNotCall,
    RecentlyCalled,

    /// <summary>Left out by the operator.</summary>
    Dropped,
}
