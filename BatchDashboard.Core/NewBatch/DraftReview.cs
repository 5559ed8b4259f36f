using BatchDashboard.Core.Imports;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The review step: a dry run over the whole file, remembered with the draft until file, mapping or rules change.</summary>
public sealed class DraftReview(DraftService drafts, DraftFiles files, IOptions<ImportOptions> options)
{
    public async Task<Result<ImportReport>> RunAsync(
        Guid id, string owner, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft.Error;
        var rules = RulesOf(draft.Value, options.Value);
        var report = await files.DryRunAsync(draft.Value, rules, progress, cancellationToken);
        if (!report.IsSuccess)
            return report;

        var kept = await drafts.ChangeAsync(
            id,
            owner,
            current =>
            {
                // Somebody may have changed the mapping in another tab meanwhile; then this report is of something else.
                if (current.UpdatedAt == draft.Value.UpdatedAt)
                    current.Report = report.Value;
            },
            cancellationToken);
        return kept.IsSuccess ? report : kept.Error;
    }

    internal static ImportRules RulesOf(BatchDraft draft, ImportOptions options) =>
        new(draft.Phone, draft.CallDuplicates, (string?)draft.Settings["from"], options.MaxRows);
}
