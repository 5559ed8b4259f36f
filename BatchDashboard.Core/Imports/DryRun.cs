namespace BatchDashboard.Core.Imports;

/// <summary>Reads a whole source through the pipeline of the load and keeps only what a report needs.</summary>
/// <param name="keep">Given each group of rows, in their order.</param>
public sealed class DryRun(ImportPipeline pipeline, Action<IReadOnlyList<ImportedRow>>? keep = null)
{
    private const int ListedSkippedRows = 200;
    internal const int ListedReadyRows = 10;

    /// <param name="progress">Told the rows read so far, after each group.</param>
    public Task<Result<ImportReport>> RunAsync(
        string path,
        SourceFormat format,
        ColumnMapping mapping,
        IProgress<int>? progress,
        CancellationToken cancellationToken) =>
        // Reads complete at once while the disk keeps up, and the caller is a circuit that has to stay responsive.
        Task.Run(
            () => ReportAsync(pipeline.ReadCsvAsync(path, format, mapping, cancellationToken), progress),
            cancellationToken);

    private async Task<Result<ImportReport>> ReportAsync(
        IAsyncEnumerable<IReadOnlyList<ImportedRow>> groups,
        IProgress<int>? progress)
    {
        var total = 0;
        Dictionary<string, int> skippedByCode = [];
        List<SkippedRow> skipped = [];
        List<ImportedRow> ready = [];
        var readyCount = 0;
        try
        {
            await foreach (var group in groups)
            {
                foreach (var row in group)
                    Count(row);
                keep?.Invoke(group);
                total += group.Count;
                progress?.Report(total);
            }
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }

        return new ImportReport(total, readyCount, skippedByCode, skipped, ready);

        void Count(ImportedRow row)
        {
            if (row.Problem is not { } problem)
            {
                readyCount++;
                if (ready.Count < ListedReadyRows)
                    ready.Add(row);
                return;
            }

            skippedByCode[problem.Code] = skippedByCode.GetValueOrDefault(problem.Code) + 1;
            if (skipped.Count < ListedSkippedRows)
                skipped.Add(new SkippedRow(
                    row.RowNumber, problem.Column, problem.Value, problem.Code, problem.Message));
        }
    }
}
