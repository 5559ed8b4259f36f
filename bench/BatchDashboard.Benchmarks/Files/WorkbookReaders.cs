using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Tests.Support;
using ExcelDataReader;
using MiniExcelLibs;

namespace BatchDashboard.Benchmarks.Files;

/// <summary>What reading a sheet of 200,000 rows takes: our reader beside two libraries, each in a fresh process.</summary>
internal static class WorkbookReaders
{
    public const string Command = "read-workbook";

    private const int Rows = 200_000;
    private const int Rounds = 5;

    private static readonly string[] Readers = ["ours", "MiniExcel", "ExcelDataReader"];

    public static async Task<int> RunAsync()
    {
        using var files = new ScratchDirectory();
        var path = files.PathOf("recipients.xlsx");
        WorkbookFile.Write(path, Rows);
        Console.WriteLine($"{Rows:N0} rows of {WorkbookFile.Columns} columns, {new FileInfo(path).Length / 1e6:F0} MB");
        var runs = Readers.ToDictionary(reader => reader, _ => new List<Run>());
        for (var round = 0; round < Rounds; round++)
            foreach (var reader in Readers)
                runs[reader].Add(await StartAsync(reader, path));
        foreach (var reader in Readers)
            Console.WriteLine(
                $"{reader,-16} {Median(runs[reader], run => run.Seconds),6:F2} s {Median(runs[reader], run => run.CpuSeconds),6:F2} CPU s, "
                + $"peak {Median(runs[reader], run => run.PeakMegabytes):F0} MB");
        return 0;
    }

    /// <summary>Reads every cell, and fails unless they are those that were written.</summary>
    public static async Task<int> ReadAsync(string reader, string path)
    {
        var start = Stopwatch.GetTimestamp();
        var (rows, characters) = reader switch
        {
            "MiniExcel" => Count(WithMiniExcel(path)),
            "ExcelDataReader" => Count(WithExcelDataReader(path)),
            _ => Count(await WithOurs(path).ToListAsync()),
        };
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if ((rows, characters) != Expected())
            throw new InvalidOperationException($"{reader} read {rows} rows with {characters} characters.");
        Console.WriteLine(JsonSerializer.Serialize(
            new Run(seconds, Environment.CpuUsage.TotalTime.TotalSeconds, ProcessMemory.PeakMegabytes(Environment.ProcessId))));
        return 0;
    }

    private static async IAsyncEnumerable<(int, long)> WithOurs(string path)
    {
        var detected = await SourceFormatDetector.DetectAsync(path, CancellationToken.None);
        var opened = await ImportSource.OpenAsync(path, detected.Value.Format, CancellationToken.None);
        await using var source = opened.Value;
        var (rows, characters) = (0, source.Preview.Headers.Sum(header => (long)header.Length));
        await foreach (var row in source.ReadRowsAsync(CancellationToken.None))
            (rows, characters) = (rows + 1, characters + row.Fields.Sum(field => (long)field.Length));
        yield return (rows + 1, characters);
    }

    private static IEnumerable<(int, long)> WithMiniExcel(string path) => MiniExcel.Query(path)
        .Cast<IDictionary<string, object?>>()
        .Select(row => (1, row.Values.Sum(value => (long)(value?.ToString()?.Length ?? 0))));

    private static IEnumerable<(int, long)> WithExcelDataReader(string path)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var file = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateReader(file);
        while (reader.Read())
            yield return (1, Enumerable.Range(0, reader.FieldCount).Sum(column => (long)(reader.GetValue(column)?.ToString()?.Length ?? 0)));
    }

    private static (int Rows, long Characters) Count(IEnumerable<(int Rows, long Characters)> parts) =>
        parts.Aggregate((Rows: 0, Characters: 0L), (sum, part) => (sum.Rows + part.Rows, sum.Characters + part.Characters));

    private static (int, long) Expected() => (Rows + 1, Enumerable.Range(0, Rows + 1)
        .Sum(row => Enumerable.Range(0, WorkbookFile.Columns).Sum(column => (long)WorkbookFile.Cell(row, column).Length)));

    private static async Task<Run> StartAsync(string reader, string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WorkbookReaders).Assembly.Location, Command, reader, path])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return JsonSerializer.Deserialize<Run>(output)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{reader} ended with {process.ExitCode}."));
    }

    private static double Median(List<Run> runs, Func<Run, double> of) => runs.Select(of).Order().ElementAt(Rounds / 2);
}
