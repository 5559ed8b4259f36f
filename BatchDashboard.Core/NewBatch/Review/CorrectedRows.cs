using System.Globalization;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Takes back rows that were corrected elsewhere, by their row numbers, as one step.</summary>
public sealed class CorrectedRows(DraftService drafts, DraftFiles files, DraftUploads uploads, DraftEdits edits, ReviewFiles reviews, BatchSources sources)
{
    private const int ListedNotes = 50;

    /// <param name="fileName">As the browser named it.</param>
    /// <param name="length">In bytes, when it was announced.</param>
    public async Task<Result<CorrectionReport>> ReceiveAsync(
        Guid id, string owner, string fileName, Stream content, long? length, CancellationToken cancellationToken)
    {
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft.Error;
        if (draft.Value.LaunchedAs is { } batch)
            return DraftErrors.AlreadyLaunched(batch);
        var stored = await uploads.StoreAsync(content, length, cancellationToken);
        if (!stored.IsSuccess)
            return stored.Error;
        try
        {
            return await MergeAsync(draft.Value, fileName, files.PathOf(stored.Value), cancellationToken);
        }
        finally
        {
            files.Remove(stored.Value);
        }
    }

    private async Task<Result<CorrectionReport>> MergeAsync(
        BatchDraft draft, string fileName, string path, CancellationToken cancellationToken)
    {
        var detected = await SourceFormatDetector.DetectAsync(path, cancellationToken);
        if (!detected.IsSuccess)
            return detected.Error;
        var opened = await ImportSource.OpenAsync(path, detected.Value.Format, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var source = opened.Value;
        var columns = CorrectedColumns.Match(source.Preview.Headers, draft.Source!.Headers);
        if (!columns.IsSuccess)
            return columns.Error;
        using var review = reviews.Open(draft.Id);
        if (review is null)
            return DraftErrors.NotReviewed();

        var changes = await sources.OverlayAsync(draft.Id, cancellationToken);
        var merge = new CorrectionMerge(review, columns.Value, changes, draft.Source.Headers.Count);
        try
        {
            await foreach (var row in source.ReadRowsAsync(cancellationToken))
                merge.Take(row);
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }

        return await ApplyAsync(draft, fileName, merge, cancellationToken);
    }

    private async Task<Result<CorrectionReport>> ApplyAsync(
        BatchDraft draft, string fileName, CorrectionMerge merge, CancellationToken cancellationToken)
    {
        if (merge.Edits.Count > 0)
        {
            var words = string.Create(CultureInfo.InvariantCulture, $"corrected rows of {fileName}, {merge.Changed:N0} in all");
            var applied = await edits.ApplyAsync(draft, words, merge.Edits, cancellationToken);
            if (!applied.IsSuccess)
                return applied.Error;
        }

        return new CorrectionReport(merge.Changed, merge.Unchanged, merge.Refused, [.. merge.Notes.Take(ListedNotes)]);
    }
}
