using BatchDashboard.Core.Data;
using BatchDashboard.Core.NewBatch.Mapping;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Keeps drafts: whatever the wizard knows is stored with each step, so that a lost page loses nothing.</summary>
public sealed class DraftService(
    Database database, DraftFiles files, DraftMappings mappings, ReviewFiles reviews, TimeProvider time)
{
    /// <summary>The owner's newest draft with neither file nor template, or a new one.</summary>
    public Task<BatchDraft> StartAsync(string owner, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var empty = await context.Drafts.Where(d => d.Owner == owner && d.Source == null && d.Template == null && d.LaunchedAs == null)
                    .OrderByDescending(d => d.CreatedAt).FirstOrDefaultAsync(cancellationToken);
                if (empty is not null)
                    return empty;
                var draft = BatchDraft.Start(owner, time.GetUtcNow());
                context.Add(draft);
                await context.SaveChangesAsync(cancellationToken);
                return draft;
            },
            cancellationToken);

    /// <summary>A new draft that is filled from a template.</summary>
    public Task<BatchDraft> StartAsync(string owner, ChosenTemplate template, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var draft = BatchDraft.Start(owner, time.GetUtcNow());
                draft.Use(template);
                context.Add(draft);
                await context.SaveChangesAsync(cancellationToken);
                return draft;
            },
            cancellationToken);

    public async Task<Result<BatchDraft>> GetAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var draft = await context.Drafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Id == id && d.Owner == owner, cancellationToken);
        return draft is null ? DraftErrors.NotFound() : draft;
    }

    /// <summary>Drafts with a file or a template that were not launched, newest first.</summary>
    public async Task<IReadOnlyList<BatchDraft>> ListAsync(string owner, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.Drafts.AsNoTracking()
            .Where(d => d.Owner == owner && (d.Source != null || d.Template != null) && d.LaunchedAs == null)
            .OrderByDescending(d => d.UpdatedAt).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>Changes a draft that was not launched yet.</summary>
    public Task<Result<BatchDraft>> ChangeAsync(
        Guid id, string owner, Action<BatchDraft> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            owner,
            (_, draft) =>
            {
                change(draft);
                return null;
            },
            cancellationToken);

    /// <summary>Changes a draft that was not launched yet, and in the same transaction what hangs on it.</summary>
    /// <param name="change">Returns why it must not be; then nothing is changed.</param>
    internal Task<Result<BatchDraft>> ChangeAsync(
        Guid id, string owner, Func<DashboardDbContext, BatchDraft, Error?> change, CancellationToken cancellationToken) =>
        database.WriteAsync<Result<BatchDraft>>(
            WritePriority.Interactive,
            async context =>
            {
                var draft = await context.Drafts.SingleOrDefaultAsync(d => d.Id == id && d.Owner == owner, cancellationToken);
                if (draft is null)
                    return DraftErrors.NotFound();
                if (draft.LaunchedAs is { } batch)
                    return DraftErrors.AlreadyLaunched(batch);
                var source = draft.Source;
                if (change(context, draft) is { } refusal)
                    return refusal;
                if (draft.Source != source)
                    context.RemoveSteps(id);
                draft.UpdatedAt = time.GetUtcNow();
                context.Update(draft);
                await context.SaveChangesAsync(cancellationToken);
                return draft;
            },
            cancellationToken);

    /// <summary>Removes a draft and its file; one that was launched stays, because its batch needs them.</summary>
    public async Task DiscardAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        var storedAs = await database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var draft = await context.Drafts.SingleOrDefaultAsync(
                    d => d.Id == id && d.Owner == owner && d.LaunchedAs == null, cancellationToken);
                if (draft is null)
                    return null;
                context.Remove(draft);
                await context.DraftProfiles.Where(profile => profile.DraftId == id).ExecuteDeleteAsync(cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
                return draft.Source?.StoredAs;
            },
            cancellationToken);
        if (storedAs is null)
            return;
        files.Remove(storedAs);
        reviews.Remove(id);
    }

    /// <summary>
    /// Reads an uploaded file's headers and makes it the source of the draft. The file it replaces is removed, and so is
    /// one that is no table.
    /// </summary>
    /// <param name="storedAs">Its generated name in the uploads folder.</param>
    public async Task<Result<BatchDraft>> UseFileAsync(
        Guid id, string owner, string fileName, string storedAs, CancellationToken cancellationToken)
    {
        var used = await TryUseFileAsync(id, owner, fileName, storedAs, cancellationToken);
        if (!used.IsSuccess)
            files.Remove(storedAs);
        return used;
    }

    private async Task<Result<BatchDraft>> TryUseFileAsync(
        Guid id, string owner, string fileName, string storedAs, CancellationToken cancellationToken)
    {
        var source = await files.ReadAsync(fileName, storedAs, cancellationToken);
        if (!source.IsSuccess)
            return source.Error;
        var proposed = await mappings.ProposeAsync(source.Value, cancellationToken);
        if (!proposed.IsSuccess)
            return proposed.Error;

        using var turn = await reviews.TakeTurnAsync(id, cancellationToken);
        string? replaced = null;
        var changed = await ChangeAsync(
            id,
            owner,
            draft =>
            {
                replaced = draft.Source?.StoredAs;
                draft.Use(source.Value);
                if (proposed.Value is { IsRemembered: true, Match.Mapping: var same })
                    draft.Recall(same, proposed.Value.Columns);
                else
                    draft.Columns = proposed.Value.Columns;
            },
            cancellationToken);
        if (changed.IsSuccess)
            reviews.Clear(id);
        if (changed.IsSuccess && replaced is not null)
            files.Remove(replaced);
        return changed;
    }
}
