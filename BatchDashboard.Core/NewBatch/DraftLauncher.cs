using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Turns a draft into a batch, once: of fifty clicks one wins, and the others are told which batch it became.</summary>
public sealed class DraftLauncher(
    Database database, BatchService batches, DraftService drafts, DraftReview review, ReviewFiles reviews, IOptions<ImportOptions> options, TimeProvider time)
{
    /// <param name="seen">The <see cref="BatchDraft.UpdatedAt"/> of the draft that was looked at; no other is launched.</param>
    public async Task<Result<BatchId>> LaunchAsync(
        Guid id, string owner, DateTimeOffset seen, CancellationToken cancellationToken)
    {
        if (await drafts.GetAsync(id, owner, cancellationToken) is { IsSuccess: true, Value: { LaunchedAs: null, IsReviewed: true } looked }
            && looked.UpdatedAt == seen && !await review.HoldsAsync(looked, cancellationToken))
            return await WhyNoReviewAsync(id, owner, cancellationToken);
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
                if (draft.UpdatedAt != seen)
                    return DraftErrors.ChangedElsewhere();
                var errors = Missing(draft, time.GetUtcNow()).ToArray();
                if (errors.Length > 0)
                    return errors;

                var made = await batches.AddAsync(context, PlanOf(draft), owner, cancellationToken);
                context.MarkLaunched(id, made.Id);
                await SavedMappings.RememberAsync(context, draft, made.Id, time.GetUtcNow(), cancellationToken);
                if (draft.Template is { } template)
                    await TemplateService.CountUseAsync(context, template.Use, time.GetUtcNow(), cancellationToken);
                await context.DraftProfiles.Where(profile => profile.DraftId == id).ExecuteDeleteAsync(cancellationToken);
                return made;
            },
            cancellationToken);
        if (!launched.IsSuccess)
            return launched.Errors.ToArray();
        reviews.Remove(id);
        batches.Announce(launched.Value.Number);
        return launched.Value.Id;
    }

    /// <summary>The review of a draft goes with its launch, and somebody may have been quicker; otherwise the numbers are others by now.</summary>
    private async Task<Error> WhyNoReviewAsync(Guid id, string owner, CancellationToken cancellationToken) =>
        await drafts.GetAsync(id, owner, cancellationToken) is { IsSuccess: true, Value.LaunchedAs: { } batch }
            ? DraftErrors.AlreadyLaunched(batch)
            : DraftErrors.NumbersChanged();

    /// <summary>What keeps the draft from being launched; the field names the step to visit.</summary>
    public static IEnumerable<Error> Missing(BatchDraft draft, DateTimeOffset now) =>
        DraftChecks.Of(draft, now).Select(problem => problem.Error with { Field = problem.Step.ToString().ToLowerInvariant() });

    private BatchPlan PlanOf(BatchDraft draft) => new()
    {
        Name = draft.Name.Trim(),
        SourceFile = draft.Source!.StoredAs,
        SourceName = draft.Source.FileName,
        Source = BatchSource.Csv,
        Format = draft.Source.Format,
        Layout = new RowLayout(draft.Source.Headers, draft.Columns!),
        Rows = draft.Report?.Total,
        // A launched draft is locked, and so are the changes of its rows.
        EditedIn = draft.Edits > 0 ? draft.Id : null,
        Rules = DraftReview.RulesOf(draft, options.Value),
        Settings = SettingsDocument.Read(draft.Settings, field: "").Value.Settings,
        Template = draft.Template?.Use,
        StartTime = draft.StartTime,
        MaxConcurrent = draft.MaxConcurrent,
        MaxCallsPerSecond = draft.MaxCallsPerSecond,
        Priority = draft.Priority,
        RampUpSeconds = draft.RampUpMinutes * 60,
        Calling = CallingRulesText.Read(draft.CallingHours, draft.BlackoutDates, draft.FallbackZone).Value,
        StatusWebhook = string.IsNullOrWhiteSpace(draft.StatusWebhook) ? null : draft.StatusWebhook.Trim(),
    };
}
