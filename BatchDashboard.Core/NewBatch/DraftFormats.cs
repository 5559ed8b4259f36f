using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Corrects how the file of a draft is read.</summary>
public sealed class DraftFormats(DraftService drafts, DraftFiles files, ReviewFiles reviews)
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
        // Each sheet has a header row of its own.
        var source = old.Format.PartsChangedIn(format) is [FormatPart.Sheet]
            ? await files.RereadSheetAsync(old, format, cancellationToken)
            : await files.RereadAsync(old, format, cancellationToken);
        if (!source.IsSuccess)
            return source.Error;
        var chosen = source.Value with { Chosen = ChosenAfter(old, format) };
        var guesses = await files.GuessColumnsAsync(source.Value, cancellationToken);
        if (!guesses.IsSuccess)
            return guesses.Error;

        using var turn = await reviews.TakeTurnAsync(id, cancellationToken);
        var changed = await drafts.ChangeAsync(
            id,
            owner,
            current =>
            {
                // Another tab may have sent another file meanwhile.
                if (current.Source?.StoredAs == old.StoredAs)
                    current.Reread(chosen, Columns(current, guesses.Value));
            },
            cancellationToken);
        if (changed.IsSuccess)
            reviews.Clear(id);
        return changed;
    }

    private static IReadOnlyList<FormatPart> ChosenAfter(DraftSource old, SourceFormat format)
    {
        var changed = old.Format.PartsChangedIn(format);
        var kept = changed.Contains(FormatPart.Sheet) ? old.Chosen.Where(part => part != FormatPart.HeaderRow) : old.Chosen;
        return [.. kept.Union(changed)];
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
