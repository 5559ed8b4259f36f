using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>How the kinds of rows and the repairs are called.</summary>
internal static class ReviewWords
{
    /// <param name="kind">Null: all.</param>
    public static string Of(ReviewKind? kind) => kind switch
    {
        null => "all rows",
        ReviewKind.Ready => "ready",
        ReviewKind.Warning => "with warnings",
        ReviewKind.Error => "with errors",
        ReviewKind.Duplicate => "duplicates",
        ReviewKind.DoNotCall => "on do-not-call",
        ReviewKind.RecentlyCalled => "called lately",
        ReviewKind.Dropped => "dropped",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The same, for so many rows.</summary>
    public static string Of(ReviewKind? kind, int rows) => (kind, rows) == (ReviewKind.Duplicate, 1) ? "duplicate" : Of(kind);

    public static string? ToneOf(ReviewKind? kind) => kind switch
    {
        ReviewKind.Ready => "success",
        ReviewKind.Warning => "warning",
        ReviewKind.Error => "danger",
        _ => null,
    };

    public static string Of(RepairKind kind) => kind switch
    {
        RepairKind.UseCountry => "Use default country…",
        RepairKind.Trim => "Trim…",
        RepairKind.JoinLines => "Remove line breaks…",
        RepairKind.Clear => "Empty the cell…",
        RepairKind.Drop => "Drop these rows…",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
