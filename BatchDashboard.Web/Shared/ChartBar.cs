namespace BatchDashboard.Web.Shared;

/// <summary>One bar of a <see cref="BarChart"/>.</summary>
/// <param name="Label">What it is of, in few letters.</param>
/// <param name="Counts">One for each series.</param>
public sealed record ChartBar(string Label, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}
