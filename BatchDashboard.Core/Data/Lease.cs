namespace BatchDashboard.Core.Data;

/// <summary>The right of one job to work at one thing for a while, so that a job enqueued twice runs once.</summary>
public sealed class Lease
{
    /// <summary>What is worked at, such as <c>slice:12:0</c>.</summary>
    public required string Name { get; init; }

    public required Guid Holder { get; set; }

    public required DateTimeOffset Until { get; set; }
}
