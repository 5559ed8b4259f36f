namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>Proposes what the columns of a file mean: as they were mapped before, else by their names and values.</summary>
public sealed class DraftMappings(DraftFiles files, SavedMappings saved)
{
    public async Task<Result<ProposedMapping>> ProposeAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var guesses = await files.GuessColumnsAsync(source, cancellationToken);
        return guesses.IsSuccess
            ? new ProposedMapping(guesses.Value, await saved.FindAsync(source.Headers, cancellationToken))
            : guesses.Error;
    }
}
