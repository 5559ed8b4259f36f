namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// Stops a stream of rows at the place from which the source cannot be read any further; the whole source is refused.
/// </summary>
/// <remarks>
/// A stream has no other way to refuse half-way: whoever consumes one turns this into its own refusal.
/// </remarks>
public sealed class SourceUnreadableException(Error error) : Exception(error.Message)
{
    public Error Error { get; } = error;
}
