using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Corrects how the file of a draft is read.</summary>
public sealed class DraftFormats(DraftService drafts, DraftFiles files)
{
    /// <summary>
    /// Reads the file again; columns whose header stays the same keep their meaning, the others are guessed anew. A format
    /// under which the file cannot be read changes nothing.
    /// </summary>
    public async Task<Result<BatchDraft>> ChangeAsync(
        Guid id, string owner, SourceFormat format, CancellationToken cancellationToken)
    {
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft;
        if (draft.Value.Source is not { } old)
            return DraftErrors.NoFile();
        var source = await files.RereadAsync(old, format, cancellationToken);
        if (!source.IsSuccess)
            return source.Error;
        var guesses = await files.GuessColumnsAsync(source.Value, cancellationToken);
        if (!guesses.IsSuccess)
            return guesses.Error;

        return await drafts.ChangeAsync(
            id,
            owner,
            current =>
            {
                // Another tab may have sent another file meanwhile.
                if (current.Source?.StoredAs == old.StoredAs)
                    current.Reread(source.Value, Columns(current, guesses.Value));
            },
            cancellationToken);
    }

    private static IReadOnlyList<ColumnTarget> Columns(BatchDraft draft, IReadOnlyList<ColumnGuess> guesses)
    {
        var known = draft.Source!.Headers.Zip(draft.Columns ?? [])
            .GroupBy(column => column.First, column => column.Second)
            .ToDictionary(header => header.Key, header => new Queue<ColumnTarget>(header));
        return
        [
            .. guesses.Select(guess =>
                known.TryGetValue(guess.Header, out var targets) && targets.TryDequeue(out var target)
                    ? target
                    : guess.Target),
        ];
    }
}
