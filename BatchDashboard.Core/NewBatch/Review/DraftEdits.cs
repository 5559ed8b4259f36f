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
        return await ApplyAsync(
            draft.Id, draft.Owner, $"{draft.Source.Headers[column]} of row {rowNumber}", edits, cancellationToken);
    }

    /// <summary>Applies the changes as one step, and checks the changed rows at once when they are few.</summary>
    public async Task<Result<BatchDraft>> ApplyAsync(
        Guid id, string owner, string words, IReadOnlyList<DraftEdit> edits, CancellationToken cancellationToken)
    {
        using var turn = await reviews.TakeTurnAsync(id, cancellationToken);
        var step = 0;
        var groups = edits.Chunk(GroupSize).ToArray();
        var changed = await ChangeAsync(
            id,
            owner,
            edits.Any(edit => edit is { Before: null, IsDrop: false }) ? null : edits,
            context =>
            {
                step = (Latest(context, id).FirstOrDefault()?.Step ?? 0) + 1;
                context.AddStep(id, step, words, edits.DistinctBy(edit => edit.Row).Count(), time.GetUtcNow());
                context.AddEdits(id, step, groups.FirstOrDefault() ?? []);
            },
            cancellationToken);
        foreach (var group in changed.IsSuccess ? groups.Skip(1) : [])
            await database.WriteAsync(
                WritePriority.Bulk,
                context =>
                {
                    context.AddEdits(id, step, group);
                    return Task.CompletedTask;
                },
                cancellationToken);
        return changed;
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
        return await ChangeAsync(id, owner, back, context => context.RemoveStep(id, latest.Step), cancellationToken);
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
        context.DraftEditSteps.AsNoTracking().Where(step => step.DraftId == id).OrderByDescending(step => step.Step);

    /// <param name="edits">What the change does to the rows; null when only reading the file again tells.</param>
    private async Task<Result<BatchDraft>> ChangeAsync(
        Guid id, string owner, IReadOnlyList<DraftEdit>? edits, Action<DashboardDbContext> change, CancellationToken cancellationToken)
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
                change(context);
                var wasReviewed = current.IsReviewed;
                current.Edit();
                if (report is not null && wasReviewed)
                    current.Reviewed(report, current.Basis);
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
