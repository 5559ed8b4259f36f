using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.Imports.Workbooks;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Looks into the uploaded files of drafts.</summary>
public sealed class DraftFiles(DataDirectory directory, PhoneGate gate)
{
    /// <summary>The name under which an upload is stored; nothing of what the browser said is in it.</summary>
    public static string NewName(DateTimeOffset now) => $"{Guid.CreateVersion7(now):N}.upload";

    public string PathOf(string storedAs) => Path.Combine(directory.Uploads, storedAs);

    public void Remove(string storedAs) => File.Delete(PathOf(storedAs));

    /// <summary>Detects how the file is to be read and reads its headers.</summary>
    public async Task<Result<DraftSource>> ReadAsync(string fileName, string storedAs, CancellationToken cancellationToken)
    {
        var path = PathOf(storedAs);
        var detected = await SourceFormatDetector.DetectAsync(path, cancellationToken);
        if (!detected.IsSuccess)
            return detected.Error;
        var source = new DraftSource(
            fileName, storedAs, new FileInfo(path).Length, detected.Value.Format, [], detected.Value);
        return await RereadAsync(source, source.Format, cancellationToken);
    }

    /// <summary>The same file under another format, which may have other headers.</summary>
    public async Task<Result<DraftSource>> RereadAsync(
        DraftSource source, SourceFormat format, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(source with { Format = format }, cancellationToken);
        return preview.IsSuccess
            ? source with { Format = format, Headers = preview.Value.Headers }
            : preview.Error;
    }

    /// <summary>Another sheet of the same workbook, with the header row that is found in it.</summary>
    public async Task<Result<DraftSource>> RereadSheetAsync(
        DraftSource source, SourceFormat format, CancellationToken cancellationToken)
    {
        var path = PathOf(source.StoredAs);
        var detected = await Task.Run(() => WorkbookDetector.Detect(path, format.Sheet), cancellationToken);
        if (!detected.IsSuccess)
            return detected.Error;
        var header = detected.Value.Format.HeaderRow;
        var known = source.Detected is { } before
            ? before with
            {
                Format = before.Format with { HeaderRow = header },
                Reasons = before.Reasons with { Header = detected.Value.Reasons.Header },
            }
            : null;
        return await RereadAsync(source with { Detected = known }, format with { HeaderRow = header }, cancellationToken);
    }

    /// <summary>The headers and first rows.</summary>
    public async Task<Result<SourcePreview>> PreviewAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var opened = await ImportSource.OpenAsync(PathOf(source.StoredAs), source.Format, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var file = opened.Value;
        return file.Preview;
    }

    /// <summary>The first rows as they stand in the file, whichever of them is the header.</summary>
    public async Task<Result<IReadOnlyList<SourceRow>>> HeadAsync(
        DraftSource source, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(
            source with { Format = source.Format with { HeaderRow = 0 } }, cancellationToken);
        return preview.IsSuccess ? Success.Of(preview.Value.Rows) : preview.Error;
    }

    /// <summary>What each column is taken for by its name and its first values, with the reason.</summary>
    public async Task<Result<IReadOnlyList<ColumnGuess>>> GuessColumnsAsync(DraftSource source, CancellationToken cancellationToken)
    {
        List<SourceRow> rows = [];
        var read = await ReadRowsAsync(source, rows.Add, MappingGuesser.EvidenceRows, cancellationToken);
        if (!read.IsSuccess && rows.Count == 0)
            return read.Error;
        return Success.Of(MappingGuesser.Guess(
            source.Headers, rows, cell => gate.Check(cell, new PhoneRules()).Number is not null));
    }

    /// <summary>Counts what stands in each column of the whole file.</summary>
    public async Task<Result<SourceProfile>> ProfileAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var profiler = new ColumnProfiler(source.Headers.Count);
        // Reads complete at once while the disk keeps up, and the caller is a circuit that has to stay responsive.
        var read = await Task.Run(
            () => ReadRowsAsync(source, profiler.Add, int.MaxValue, cancellationToken), cancellationToken);
        return read.IsSuccess ? profiler.Profile(isWhole: true) : read.Error;
    }

    /// <summary>How many rows were read; a failure when the file cannot be read to that point.</summary>
    private async Task<Result<int>> ReadRowsAsync(
        DraftSource source, Action<SourceRow> take, int most, CancellationToken cancellationToken)
    {
        var opened = await ImportSource.OpenAsync(PathOf(source.StoredAs), source.Format, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var file = opened.Value;
        var count = 0;
        try
        {
            await foreach (var row in file.ReadRowsAsync(cancellationToken).Take(most))
            {
                cancellationToken.ThrowIfCancellationRequested();
                take(row);
                count++;
            }

            return count;
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
    }
}
