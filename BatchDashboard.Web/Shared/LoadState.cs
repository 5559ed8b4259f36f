namespace BatchDashboard.Web.Shared;

/// <summary>How far a component is with reading what it shows.</summary>
/// <param name="Reference">Under which the log tells why the reading failed; null unless it did.</param>
public sealed record LoadState(bool IsLoading, string? Reference = null)
{
    public static readonly LoadState Loading = new(true);

    public static readonly LoadState Ready = new(false);
}
