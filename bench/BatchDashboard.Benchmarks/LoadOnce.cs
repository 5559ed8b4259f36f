using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Benchmarks;

/// <summary>Loads one file into a launched batch, in a process of its own, and prints what it took as one line of JSON.</summary>
internal static class LoadOnce
{
    public static async Task<int> RunAsync(string file, int rows)
    {
        var folder = Directory.CreateTempSubdirectory("batchdashboard-load-");
        try
        {
            using var host = Start(folder.FullName);
            await host.Services.GetRequiredService<DatabaseSetup>().RunAsync(CancellationToken.None);
            var data = host.Services.GetRequiredService<DataDirectory>();
            File.CreateSymbolicLink(Path.Combine(data.Uploads, "recipients.csv"), Path.GetFullPath(file));
            var id = await host.Services.GetRequiredService<BatchService>()
                .LaunchAsync(Plan(rows), "bench", CancellationToken.None);
            var batches = host.Services.GetRequiredService<BatchQueries>();
            var number = (await batches.GetAsync(id, CancellationToken.None)).Value.Number;

            var cpu = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            await host.Services.GetRequiredService<BatchPreparer>().RunAsync(number, CancellationToken.None);
            var took = new Measured(
                watch.Elapsed.TotalSeconds,
                (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
                Memory.PeakMegabytes(Environment.ProcessId));
            Verify((await batches.GetAsync(id, CancellationToken.None)).Value, data.DatabaseFile, rows);
            Console.WriteLine(JsonSerializer.Serialize(took));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IHost Start(string folder)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection([new("Storage:DataDirectory", "data")]);
        builder.Services.AddLogging();
        builder.Services.AddBatchDashboardCore(builder.Configuration);
        return builder.Build();
    }

    private static BatchPlan Plan(int rows) => new()
    {
        Name = "Benchmark",
        SourceFile = "recipients.csv",
        Source = BatchSource.Csv,
        Format = new SourceFormat(),
        Layout = new RowLayout(
            RecipientFile.Headers,
            [.. RecipientFile.Headers.Select((header, index) => index == 0
                ? new ColumnTarget(ColumnUse.PhoneNumber)
                : new ColumnTarget(ColumnUse.RequestData, header))]),
        Rules = new ImportRules(new PhoneRules(), MaxRows: rows),
    };

    /// <summary>A fast load of something else would be worth nothing.</summary>
    private static void Verify(BatchSummary batch, string database, int rows)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var stored = Count("SELECT count(*) FROM calls");
        var queued = Count("SELECT count(*) FROM calls WHERE status = 'queued' AND to_number LIKE '+1%'");
        var skipped = Count("SELECT count(*) FROM skipped_rows JOIN calls ON key = call_key WHERE status = 'skipped'");
        var expected = RecipientFile.Skipped(rows);
        if (stored != rows || skipped != expected || queued != rows - expected
            || batch.Counts.Total != rows || batch.Counts.Queued != queued || batch.Counts.Skipped != skipped
            || batch.Status != BatchStatus.Dispatching)
            throw new InvalidOperationException(
                $"{rows} rows, {expected} of them to skip: stored {stored}, {queued} queued, {skipped} skipped; {batch.Counts}");

        long Count(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }
}
