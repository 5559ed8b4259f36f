using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>What the mapping step shows of one column.</summary>
/// <param name="Index">Position in the file, from 0.</param>
/// <param name="Header">As it is shown, also when the file has none.</param>
/// <param name="Samples">Its first values that are not blank.</param>
/// <param name="Profile">What stands in it, in as many <paramref name="Rows"/>.</param>
public sealed record ColumnView(
    int Index, string Header, ColumnTarget Target, ColumnGuess Guess, IReadOnlyList<string> Samples, ColumnProfile Profile, int Rows)
{
    /// <summary>Who has chosen a call setting needs no advice to take another.</summary>
    public bool IsSuggested => Guess.Suggestion is { } suggestion && !suggestion.IsSameAs(Target) && Target.Use != ColumnUse.Setting;
}
