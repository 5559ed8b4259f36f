using System.Globalization;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Proposes what the columns of a file mean: as they were mapped before, else by their names and values.</summary>
public sealed class DraftMappings(DraftFiles files, SavedMappings saved)
{
    /// <param name="zone">In which people read the date of a mapping.</param>
    public async Task<Result<ProposedMapping>> ProposeAsync(
        DraftSource source, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var guesses = await files.GuessColumnsAsync(source, cancellationToken);
        if (!guesses.IsSuccess)
            return guesses.Error;
        var match = await saved.FindAsync(source.Headers, cancellationToken);
        return match is { IsExact: true }
            ? new ProposedMapping(Recall(match, guesses.Value, zone), Remembered: match)
            : new ProposedMapping(guesses.Value, Near: match);
    }

    private static ColumnGuess[] Recall(MappingMatch match, IReadOnlyList<ColumnGuess> guesses, TimeZoneInfo zone)
    {
        var reason = $"remembered from {NameOf(match.Mapping, zone)}";
        var targets = match.Apply([.. guesses.Select(guess => guess.Header)], [.. guesses.Select(guess => guess.Target)]);
        return [.. guesses.Zip(targets, (guess, target) => guess with { Target = target, Reason = reason, Suggestion = null })];
    }

    private static string NameOf(SavedMapping mapping, TimeZoneInfo zone) => string.Create(
        CultureInfo.InvariantCulture,
        $"“{mapping.BatchName}”, {TimeZoneInfo.ConvertTime(mapping.SavedAt, zone):d MMM}");
}
