namespace BatchDashboard.Web.Shared;

/// <summary>One of the things that the bars of a <see cref="BarChart"/> are made up of.</summary>
/// <param name="Word">What is counted.</param>
/// <param name="Tone">Its colour and pattern.</param>
public sealed record ChartSeries(string Word, Tone Tone);
