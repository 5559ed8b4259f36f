using System.Text;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads a whole source through the pipeline of the load and keeps only what a report needs.</summary>
/// <param name="keep">Given each group of rows, in their order.</param>
public sealed class DryRun(ImportPipeline pipeline, Action<ImportGroup>? keep = null)
{
    private const int ListedSkippedRows = 200;
    internal const int ListedReadyRows = 10;

    /// <param name="progress">Told after each group.</param>
    public Task<Result<ImportReport>> RunAsync(
        string path,
        SourceFormat format,
        ColumnMapping mapping,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        // Reads complete at once while the disk keeps up, and the caller is a circuit that has to stay responsive.
        Task.Run(
            () => ReportAsync(pipeline.ReadCsvAsync(path, format, mapping, cancellationToken), progress),
            cancellationToken);

    private async Task<Result<ImportReport>> ReportAsync(
        IAsyncEnumerable<ImportGroup> groups, IProgress<ImportProgress>? progress)
    {
        var total = 0;
        Dictionary<string, int> skippedByCode = [];
        List<SkippedRow> skipped = [];
        List<ReadyRow> ready = [];
        var readyCount = 0;
        try
        {
            await foreach (var group in groups)
            {
                using (group)
                {
                    for (var index = 0; index < group.Count; index++)
                        Count(group[index]);
                    keep?.Invoke(group);
                    total += group.Count;
                    progress?.Report(group.Progress);
                }
            }
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }

        return new ImportReport(total, readyCount, skippedByCode, skipped, ready);

        void Count(ImportedRow row)
        {
            if (row.Skipped is not { } problem)
            {
                readyCount++;
                if (ready.Count < ListedReadyRows)
                    ready.Add(Listed(row));
                return;
            }

            skippedByCode[problem.Code] = skippedByCode.GetValueOrDefault(problem.Code) + 1;
            if (skipped.Count < ListedSkippedRows)
                skipped.Add(problem);
        }
    }

    private static ReadyRow Listed(ImportedRow row) => new(
        row.RowNumber, new PhoneNumber(Encoding.UTF8.GetString(row.Number)), Encoding.UTF8.GetString(row.Data));
}
