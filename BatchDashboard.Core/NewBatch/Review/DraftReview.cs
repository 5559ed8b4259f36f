using System.Text.Json;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>
/// The review step: a dry run over the whole file, remembered with the draft until file, mapping, rules or rows change, and
/// a line for each row to look at.
/// </summary>
public sealed class DraftReview(
    DraftService drafts, DraftFiles files, BatchSources sources, ReviewFiles reviews, PhoneGate gate,
    IOptions<ImportOptions> options, TimeProvider time)
{
    public async Task<Result<ImportReport>> RunAsync(
        Guid id, string owner, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var turn = await reviews.TakeTurnAsync(id, cancellationToken);
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft.Error;
        if (draft.Value is { LaunchedAs: { } batch })
            return DraftErrors.AlreadyLaunched(batch);
        var (made, basis) = (FingerprintOf(draft.Value), draft.Value.Basis);
        var report = await WriteAsync(draft.Value, progress, cancellationToken);
        if (!report.IsSuccess)
            return report;

        var kept = await drafts.ChangeAsync(
            id,
            owner,
            current =>
            {
                // Somebody may have changed the mapping in another tab meanwhile; then this report is of something else.
                if (FingerprintOf(current) != made)
                    return;
                reviews.Replace(id);
                current.Reviewed(report.Value, basis);
            },
            cancellationToken);
        return kept.IsSuccess ? report : kept.Error;
    }

    /// <summary>The rows were checked, and can be looked at.</summary>
    public bool IsUpToDate(BatchDraft draft) => draft.IsReviewed && reviews.Exists(draft.Id);

    /// <summary>
    /// Asks again about the numbers of the rows: one may have come onto the do-not-call list, off it, or been called since
    /// the rows were checked. Then the report is out of date from now on.
    /// </summary>
    /// <returns>False: the rows have to be checked again.</returns>
    public async Task<bool> HoldsAsync(BatchDraft draft, CancellationToken cancellationToken)
    {
        var checks = await sources.ChecksAsync(RulesOf(draft, options.Value), callsBefore: time.GetUtcNow(), cancellationToken);
        if (await ReadAsync(draft, file => file.Numbers().All(row => Holds(row.Number, row.Kind, checks)), none: true, cancellationToken))
            return true;
        await drafts.ChangeAsync(draft.Id, draft.Owner, current => current.Outdate(), cancellationToken);
        return false;
    }

    public Task<ReviewCounts> CountsAsync(BatchDraft draft, CancellationToken cancellationToken) =>
        ReadAsync(draft, file => file.Counts(), new ReviewCounts([]), cancellationToken);

    /// <summary>The rows from a position on, counted among those of the filter.</summary>
    public Task<IReadOnlyList<ReviewRow>> RowsAsync(
        BatchDraft draft, ReviewFilter filter, int start, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<ReviewRow>>(draft, file => file.Read(filter, start, count), [], cancellationToken);

    public Task<ReviewRow?> RowAsync(BatchDraft draft, int rowNumber, CancellationToken cancellationToken) =>
        ReadAsync(draft, file => file.Find(rowNumber), null, cancellationToken);

    /// <summary>Where a row stands among those of the filter, or would stand.</summary>
    public Task<int> PositionAsync(BatchDraft draft, ReviewFilter filter, int rowNumber, CancellationToken cancellationToken) =>
        ReadAsync(draft, file => file.PositionOf(filter, rowNumber), 0, cancellationToken);

    /// <summary>All that a report depends on, so that two drafts can be held against each other.</summary>
    private string FingerprintOf(BatchDraft draft) => JsonSerializer.Serialize<object?[]>(
        [draft.Source?.StoredAs, draft.Source?.Format, draft.Columns, RulesOf(draft, options.Value), draft.Edits]);

    private static bool Holds(long digits, ReviewKind kind, ImportChecks checks)
    {
        if (!kind.IsCalled() && !kind.IsAboutNumber())
            return true;
        var number = PhoneNumber.FromDigits(digits);
        return checks.IsDoNotCall(number) ? kind == ReviewKind.DoNotCall
            : checks.RecentCall?.Invoke(number) is not null ? kind == ReviewKind.RecentlyCalled
            : kind.IsCalled();
    }

    internal static ImportRules RulesOf(BatchDraft draft, ImportOptions options) =>
        new(draft.Phone, draft.CallDuplicates, (string?)draft.Settings["from"], options.MaxRows, draft.SkipCalledWithinDays);

    internal async Task<ReviewRun> RunOfAsync(BatchDraft draft, RowOverlay? overlay, CancellationToken cancellationToken)
    {
        var mapping = new ColumnMapping(draft.Source!.Headers, draft.Columns!);
        var pipeline = await sources.PipelineAsync(
            RulesOf(draft, options.Value), callsBefore: time.GetUtcNow(), overlay, cancellationToken);
        return new(pipeline, mapping, new ReviewJudge(mapping, draft.Source.Format, gate.Check, draft.Phone), draft.CallDuplicates);
    }

    private async Task<Result<ImportReport>> WriteAsync(
        BatchDraft draft, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (draft is not { Source: { } source, Columns: { } columns })
            return DraftErrors.NoFile();
        if (new ColumnMapping(source.Headers, columns).Problems() is [var problem, ..])
            return problem;
        var overlay = await sources.OverlayAsync(draft.Id, cancellationToken);
        var run = await RunOfAsync(draft, overlay, cancellationToken);
        using var file = reviews.Write(draft.Id);
        var report = await new DryRun(run.Pipeline, Keep).RunAsync(
            files.PathOf(source.StoredAs), source.Format, run.Mapping, progress, cancellationToken);
        if (report.IsSuccess)
            await Task.Run(file.Complete, cancellationToken);
        return report;

        void Keep(ImportGroup rows)
        {
            for (var index = 0; index < rows.Count; index++)
                file.Add(run.Judge(rows[index]));
        }
    }

    // The file may go at any time: the batch was launched, or a new file came.
    private Task<T> ReadAsync<T>(BatchDraft draft, Func<ReviewFile, T> read, T none, CancellationToken cancellationToken) =>
        Task.Run(
            () =>
            {
                using var file = reviews.Open(draft.Id);
                return file is null ? none : read(file);
            },
            cancellationToken);
}
