using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Benchmarks.Loading;

/// <summary>Loads files into launched batches, and prints what each took as a line of JSON.</summary>
internal static class LoadProcess
{
    public const string Command = "load";

    /// <param name="files">Each a path and its number of rows.</param>
    public static async Task<int> RunAsync(string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("batchdashboard-load-");
        try
        {
            using var host = Start(folder.FullName);
            host.Services.GetRequiredService<DataDirectory>().Create();
            await host.Services.GetRequiredService<DatabaseSetup>().RunAsync(CancellationToken.None);
            foreach (var file in files.Chunk(2))
            {
                var run = await LoadAsync(host.Services, file[0], int.Parse(file[1], CultureInfo.InvariantCulture));
                Console.WriteLine(JsonSerializer.Serialize(run));
            }

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
        builder.Services.AddSingleton<ISecretProtector, ReversedSecrets>();
        return builder.Build();
    }

    private static async Task<Run> LoadAsync(IServiceProvider core, string file, int rows)
    {
        var data = core.GetRequiredService<DataDirectory>();
        var source = $"{Guid.NewGuid()}.csv";
        File.CreateSymbolicLink(Path.Combine(data.Uploads, source), file);
        var id = await core.GetRequiredService<BatchService>().LaunchAsync(Plan(source, rows), "bench", CancellationToken.None);
        var batches = core.GetRequiredService<BatchQueries>();
        var number = (await batches.GetAsync(id, CancellationToken.None)).Value.Number;

        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        await core.GetRequiredService<BatchPreparer>().RunAsync(number, CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        cpu = Environment.CpuUsage.TotalTime - cpu;

        Verify((await batches.GetAsync(id, CancellationToken.None)).Value, data.DatabaseFile, rows);
        return new Run(seconds, cpu.TotalSeconds, ProcessMemory.PeakMegabytes(Environment.ProcessId));
    }

    internal static BatchPlan Plan(string source, int rows) => new()
    {
        Name = "Benchmark",
        SourceFile = source,
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
        var expected = RecipientFile.Skipped(rows);
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        var mine = $"calls WHERE key >> 24 = {batch.Number}";
        long[] stored =
        [
            Count($"SELECT count(*) FROM {mine} AND status = 'queued' AND to_number LIKE '+1%'"),
            Count($"SELECT count(*) FROM {mine} AND status = 'skipped' AND key IN (SELECT call_key FROM skipped_rows)"),
            Count($"SELECT count(*) FROM {mine}"),
        ];
        long[] counted = [batch.Counts.Queued, batch.Counts.Skipped, batch.Counts.Total];
        if (!stored.SequenceEqual([rows - expected, expected, rows]) || !counted.SequenceEqual(stored))
            throw new InvalidOperationException(
                $"Of {rows} rows {expected} are to be skipped, but queued, skipped and all are {string.Join(", ", stored)} " +
                $"in the table and {string.Join(", ", counted)} in the counters.");

        long Count(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }
    }
}
