using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch;

/// <summary>What the columns of a new file are taken for.</summary>
/// <param name="Guesses">One per column; those of a remembered mapping where there is one for exactly these columns.</param>
/// <param name="Remembered">The mapping that was applied.</param>
/// <param name="Near">A mapping for much the same columns, which is only offered.</param>
public sealed record ProposedMapping(
    IReadOnlyList<ColumnGuess> Guesses, MappingMatch? Remembered = null, MappingMatch? Near = null)
{
    public IReadOnlyList<ColumnTarget> Columns => MappingGuesser.Apply(Guesses).Targets;
}
