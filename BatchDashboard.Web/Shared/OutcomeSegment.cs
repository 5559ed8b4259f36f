
namespace BatchDashboard.Web.Shared;

/// <summary>One part of an <see cref="OutcomeBar"/>.</summary>
/// <param name="Label">What is counted, such as "answered".</param>
/// <param name="Count">How many.</param>
/// <param name="Tone">Its colour and pattern.</param>
/// <param name="Href">Where the legend's entry leads, if anywhere.</param>
public sealed record OutcomeSegment(string Label, long Count, Tone Tone, string? Href = null);
