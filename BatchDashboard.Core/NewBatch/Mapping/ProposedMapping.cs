using System.Globalization;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>What the columns of a new file are taken for.</summary>
/// <param name="Guesses">By their names and values, one per column.</param>
/// <param name="Match">The saved mapping that fits best; it is applied when it knows exactly these columns, else offered.</param>
public sealed record ProposedMapping(IReadOnlyList<ColumnGuess> Guesses, MappingMatch? Match)
{
    public bool IsRemembered => Match is { IsExact: true };

    public IReadOnlyList<ColumnTarget> Columns => [.. Final(TimeZoneInfo.Utc).Select(guess => guess.Target)];

    /// <summary>What is applied, with the reason of each column.</summary>
    /// <param name="zone">In which people read the date of a mapping.</param>
    public IReadOnlyList<ColumnGuess> Final(TimeZoneInfo zone) =>
        IsRemembered ? Recall(Match!, [.. Guesses.Select(guess => guess.Target)], zone) : Guesses;

    /// <summary>The guesses with those of a saved mapping in the place of theirs, where it knows the column.</summary>
    /// <param name="others">What the columns are that it does not know.</param>
    public IReadOnlyList<ColumnGuess> Recall(MappingMatch match, IReadOnlyList<ColumnTarget> others, TimeZoneInfo zone)
    {
        var savedAt = TimeZoneInfo.ConvertTime(match.Mapping.SavedAt, zone);
        var reason = string.Create(CultureInfo.InvariantCulture, $"remembered from “{match.Mapping.BatchName}”, {savedAt:d MMM}");
        var targets = match.Apply([.. Guesses.Select(guess => guess.Header)], others);
        return
        [
            .. Guesses.Select((guess, index) => match.Covers(index)
                ? guess with { Target = targets[index], Reason = reason, Suggestion = null }
                : guess with { Target = targets[index] }),
        ];
    }
}
