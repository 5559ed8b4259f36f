using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Core.Imports;

/// <summary>What a column is taken for until somebody says otherwise.</summary>
/// <param name="Target">Applied by itself.</param>
/// <param name="Reason">Why, in words for people.</param>
/// <param name="Suggestion">What it may well be instead; applied only when the operator accepts it.</param>
public sealed record ColumnGuess(string Header, ColumnTarget Target, string Reason, ColumnTarget? Suggestion = null)
{
    public bool Suggested => Suggestion is not null;

    /// <summary>What its first values look like.</summary>
    public ColumnContent Content { get; init; } = ColumnContent.Empty;
}
