using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Removes, once after the start, what uploads left behind that were cut off by the end of the process.</summary>
public sealed partial class UploadSweep(
    Database database, DataDirectory directory, TimeProvider time, ILogger<UploadSweep> logger) : BackgroundService
{
    /// <summary>Whatever is younger may be on its way into a draft or a batch.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    /// <summary>Returns how many files were removed.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Grace;
        var old = Directory.EnumerateFiles(directory.Uploads)
            .Where(path => File.GetLastWriteTimeUtc(path) < before).ToArray();
        if (old.Length == 0)
            return 0;

        var wanted = await WantedAsync(cancellationToken);
        string[] orphans = [.. old.Where(path => !wanted.Contains(Path.GetFileName(path)))];
        foreach (var orphan in orphans)
            File.Delete(orphan);
        if (orphans.Length > 0)
            Log.Removed(logger, orphans.Length);
        return orphans.Length;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAsync(stoppingToken);
        }
        catch (IOException inTheWay) // A file that cannot be removed now can be at the next start.
        {
            Log.Failed(logger, inTheWay);
        }
    }

    private async Task<HashSet<string>> WantedAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        HashSet<string> wanted = [];
        await foreach (var source in context.Drafts.Where(draft => draft.Source != null)
            .Select(draft => draft.Source!).AsAsyncEnumerable().WithCancellation(cancellationToken))
            wanted.Add(source.StoredAs);
        await foreach (var plan in context.Batches
            .Select(batch => batch.Plan).AsAsyncEnumerable().WithCancellation(cancellationToken))
            wanted.Add(plan.SourceFile);
        return wanted;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} uploads that nothing refers to were removed.")]
        public static partial void Removed(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Warning, "Uploads that nothing refers to could not be removed.")]
        public static partial void Failed(ILogger logger, Exception reason);
    }
}
