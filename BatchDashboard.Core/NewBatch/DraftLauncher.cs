using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Turns a draft into a batch, once: of fifty clicks one wins, and the others are told which batch it became.</summary>
public sealed class DraftLauncher(Database database, BatchService batches, IOptions<ImportOptions> options)
{
    public async Task<Result<BatchId>> LaunchAsync(Guid id, string owner, CancellationToken cancellationToken)
    {
        var launched = await database.WriteAsync<Result<Batch>>(
            WritePriority.Interactive,
            async context =>
            {
                var draft = await context.Drafts.AsNoTracking()
                    .SingleOrDefaultAsync(d => d.Id == id && d.Owner == owner, cancellationToken);
                if (draft is null)
                    return DraftErrors.NotFound();
                if (draft.LaunchedAs is { } batch)
                    return DraftErrors.AlreadyLaunched(batch);
                var errors = Missing(draft).ToArray();
                if (errors.Length > 0)
                    return errors;

                var made = await batches.AddAsync(context, PlanOf(draft), owner, cancellationToken);
                context.MarkLaunched(id, made.Id);
                return made;
            },
            cancellationToken);
        if (!launched.IsSuccess)
            return launched.Errors.ToArray();
        batches.Announce(launched.Value.Number);
        return launched.Value.Id;
    }

    /// <summary>What keeps the draft from being launched, one entry per step to visit.</summary>
    public static IEnumerable<Error> Missing(BatchDraft draft)
    {
        if (draft is not { Source: { } source, Columns: { } columns })
        {
            yield return DraftErrors.NoFile();
            yield break;
        }

        foreach (var problem in new ColumnMapping(source.Headers, columns).Problems())
            yield return problem with { Field = "map" };
        if (draft.Report is null)
            yield return DraftErrors.NotReviewed();
        else if (draft.Report.Ready == 0)
            yield return DraftErrors.NobodyReady();
        if (!HasText(draft, "task") && !HasText(draft, "pathway_id") && !HasText(draft, "persona_id"))
            yield return DraftErrors.NoPrompt();
    }

    private static bool HasText(BatchDraft draft, string setting) =>
        !string.IsNullOrWhiteSpace((string?)draft.Settings[setting])
        || draft.Columns!.Any(column => column.Use == ColumnUse.Setting && column.Name == setting);

    private BatchPlan PlanOf(BatchDraft draft) => new()
    {
        Name = draft.Name,
        SourceFile = draft.Source!.StoredAs,
        SourceName = draft.Source.FileName,
        Source = BatchSource.Csv,
        Format = draft.Source.Format,
        Layout = new RowLayout(draft.Source.Headers, draft.Columns!),
        Rules = DraftReview.RulesOf(draft, options.Value),
        Settings = draft.Settings,
        StartTime = draft.StartTime,
        MaxConcurrent = draft.MaxConcurrent,
        MaxCallsPerSecond = draft.MaxCallsPerSecond,
    };
}
