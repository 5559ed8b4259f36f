using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>
/// What the operator changes about the rows of a draft, step by step, each of which can be undone. The file stays as it
/// is: the changes lie over it, in every dry run and in the load of the launched batch.
/// </summary>
public sealed class DraftEdits(
    Database database, DraftService drafts, DraftReview review, ReviewFiles reviews, TimeProvider time)
{
    /// <summary>A step of more cells leaves the review out of date: reading the whole file again is faster then.</summary>
    public const int CheckedAtOnce = 500;

    // Dispatch waits for the write gate no longer than such a group takes.
    private const int GroupSize = 2_000;

    /// <summary>The latest steps, the next one to undo first.</summary>
    public async Task<IReadOnlyList<DraftEditStep>> ListAsync(Guid id, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await Latest(context, id).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>Gives one cell another value.</summary>
    public async Task<Result<BatchDraft>> ChangeCellAsync(
        BatchDraft draft, int rowNumber, int column, string value, CancellationToken cancellationToken)
    {
        if (!RowFaults.IsText(value))
            return DraftErrors.NoCellText();
        if (await review.RowAsync(draft, rowNumber, cancellationToken) is not { } row)
            return DraftErrors.NoSuchRow(rowNumber);
        var edits = EditsOf(row, draft.Source!.Headers.Count, (column, value));
        return await ApplyAsync(draft, $"{draft.Source.Headers[column]} of row {rowNumber}", edits, cancellationToken);
    }

    /// <summary>Applies the changes as one step, whole or not at all, and checks the changed rows at once when they are few.</summary>
    /// <param name="draft">As it was when the changes were made; the rows of another file are not touched.</param>
    public async Task<Result<BatchDraft>> ApplyAsync(
        BatchDraft draft, string words, IReadOnlyList<DraftEdit> edits, CancellationToken cancellationToken)
    {
        using var turn = await reviews.TakeTurnAsync(draft.Id, cancellationToken);
        var rows = edits.DistinctBy(edit => edit.Row).Count();
        return edits.Count <= GroupSize
            ? await ChangeAsync(
                draft.Id,
                draft.Owner,
                edits.Any(edit => edit is { Before: null, IsDrop: false }) ? null : edits,
                (context, current) =>
                {
                    if (IsOfOtherFile(current, draft))
                        return DraftErrors.OtherFile();
                    context.AddEdits(draft.Id, context.AddStep(draft.Id, words, rows, time.GetUtcNow()), edits);
                    return null;
                },
                cancellationToken)
            : await ApplyLargeAsync(draft, words, rows, edits);
    }

    /// <summary>In groups, so that dispatch gets its turn; until the last one is stored, the step does not count.</summary>
    private async Task<Result<BatchDraft>> ApplyLargeAsync(
        BatchDraft draft, string words, int rows, IReadOnlyList<DraftEdit> edits)
    {
        var step = 0;
        var begun = await drafts.ChangeAsync(
            draft.Id,
            draft.Owner,
            (context, current) =>
            {
                if (IsOfOtherFile(current, draft))
                    return DraftErrors.OtherFile();
                step = context.AddStep(draft.Id, words, DraftEditStep.Unfinished, time.GetUtcNow());
                return null;
            },
            CancellationToken.None);
        if (!begun.IsSuccess)
            return begun;
        foreach (var group in edits.Chunk(GroupSize))
        {
            var isStored = await database.WriteAsync(
                WritePriority.Bulk, context => Task.FromResult(context.TryAddEdits(draft.Id, step, group)), CancellationToken.None);
            if (!isStored)
                return DraftErrors.OtherFile();
        }

        return await ChangeAsync(
            draft.Id,
            draft.Owner,
            edits: null,
            (context, _) => context.FinishStep(draft.Id, step, rows) ? null : DraftErrors.OtherFile(),
            CancellationToken.None);
    }

    /// <summary>Takes the latest step back.</summary>
    public async Task<Result<BatchDraft>> UndoAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        using var turn = await reviews.TakeTurnAsync(id, cancellationToken);
        await using var reading = await database.ReadAsync(cancellationToken);
        if (await Latest(reading, id).FirstOrDefaultAsync(cancellationToken) is not { } latest)
            return DraftErrors.NothingToUndo();
        var edits = reading.ReadEdits(id, latest.Step, CheckedAtOnce + 1);
        // A row that was dropped is given back; a cell says again what it said.
        var back = edits.Any(edit => edit.Before is null) ? null : edits.ConvertAll(edit => edit with { Value = edit.Before });
        return await ChangeAsync(
            id,
            owner,
            back,
            (context, _) =>
            {
                context.RemoveStep(id, latest.Step);
                return null;
            },
            cancellationToken);
    }

    /// <summary>The changes that give cells of a row other values; none for a value that stands there already.</summary>
    internal static IReadOnlyList<DraftEdit> EditsOf(ReviewRow row, int width, params IReadOnlyList<(int Column, string Value)> changes)
    {
        var cells = JsonText.ReadArray(row.Cells);
        if (!RowFaults.IsOfSource(row.Code))
            return [.. changes.Where(change => cells[change.Column] != change.Value)
                .Select(change => new DraftEdit(row.RowNumber, change.Column, change.Value, cells[change.Column]))];

        // The row becomes what the operator sees: as many cells as there are columns.
        var values = new string[width];
        for (var column = 0; column < width; column++)
            values[column] = column < cells.Length ? cells[column] : "";
        foreach (var (column, value) in changes)
            values[column] = value;
        return [.. values.Select((value, column) => new DraftEdit(row.RowNumber, column, value, null))];
    }

    /// <summary>The change that leaves a row out.</summary>
    internal static DraftEdit Drop(ReviewRow row) =>
        new(row.RowNumber, RowOverlay.WholeRow, null, RowFaults.IsOfSource(row.Code) ? null : "");

    private static IQueryable<DraftEditStep> Latest(DashboardDbContext context, Guid id) =>
        context.DraftEditSteps.AsNoTracking()
            .Where(step => step.DraftId == id && step.Rows != DraftEditStep.Unfinished).OrderByDescending(step => step.Step);

    private static bool IsOfOtherFile(BatchDraft current, BatchDraft shown) =>
        current.Source?.StoredAs != shown.Source?.StoredAs || current.Source?.Format != shown.Source?.Format;

    /// <param name="edits">What the change does to the rows; null when only reading the file again tells.</param>
    private async Task<Result<BatchDraft>> ChangeAsync(
        Guid id, string owner, IReadOnlyList<DraftEdit>? edits, Func<DashboardDbContext, BatchDraft, Error?> change,
        CancellationToken cancellationToken)
    {
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft;
        using var file = edits?.Count <= CheckedAtOnce && draft.Value.IsReviewed ? reviews.Open(id) : null;
        file?.BeginChange();
        var report = file is null ? null : Recheck(file, await review.RunOfAsync(draft.Value, overlay: null, cancellationToken), edits!);
        var changed = await drafts.ChangeAsync(
            id,
            owner,
            (context, current) =>
            {
                if (change(context, current) is { } refusal)
                    return refusal;
                var wasReviewed = current.IsReviewed;
                current.Edit();
                if (report is not null && wasReviewed)
                    current.Reviewed(report, current.Basis);
                return null;
            },
            cancellationToken);
        if (changed.IsSuccess)
            file?.Commit();
        return changed;
    }

    private static ImportReport Recheck(ReviewFile file, ReviewRun run, IReadOnlyList<DraftEdit> edits)
    {
        foreach (var changes in edits.GroupBy(edit => edit.Row))
        {
            var before = file.Find(changes.Key)
                ?? throw new InvalidOperationException($"The review has no row {changes.Key}, which was changed.");
            var cells = JsonText.ReadArray(before.Cells);
            var isDropped = before.Kind == ReviewKind.Dropped;
            foreach (var change in changes)
            {
                if (change.IsDrop)
                    isDropped = change.Value is null;
                else
                    cells[change.Column] = change.Value!;
            }

            run.Replace(file, before, run.JudgeAlone(changes.Key, cells, isDropped));
        }

        return file.Report();
    }
}
