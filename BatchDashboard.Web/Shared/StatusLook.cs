namespace BatchDashboard.Web.Shared;

/// <summary>How a status is shown.</summary>
/// <param name="Icon">The inside of a 24 x 24 SVG.</param>
/// <param name="Word">The name of the status for people.</param>
/// <param name="Tone">Underlines the word.</param>
public sealed record StatusLook(string Icon, string Word, Tone Tone);
