namespace BatchDashboard.Core.Batches;

/// <summary>Which batches a list shows.</summary>
/// <param name="Statuses">Empty: all.</param>
/// <param name="Text">A part of the name, or a whole id.</param>
public sealed record BatchFilter(IReadOnlyList<BatchStatus> Statuses, string? Text = null)
{
    public static readonly BatchFilter All = new([]);
}
