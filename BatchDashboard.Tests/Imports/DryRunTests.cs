using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports;

public sealed class DryRunTests
{
    [Fact]
    public async Task Every_row_of_a_messy_file_is_accounted_for()
    {
        using var file = new SourceFile("");
        var expected = await MessyRecipients.WriteAsync(file.Path);
        var told = new Told();
        var report = (await RunAsync(file, told)).Value;

        Assert.Equal(expected.SkippedByCode.OrderBy(code => code.Key), report.SkippedByCode.OrderBy(code => code.Key));
        Assert.Equal((expected.Rows, expected.Ready), (report.Total, report.Ready));
        Assert.Equal(expected.Rows, report.Ready + report.Skipped);
        Assert.Equal(200, report.SkippedRows.Count);
        Assert.Equal(10, report.ReadyRows.Count);
        Assert.Equal([2_000, 4_000, 5_000], told.Progress.Select(progress => progress.Rows));
        Assert.Equal(5_000, told.Progress[^1].EstimatedRows);
    }

    [Fact]
    public async Task The_table_of_the_guide_has_one_call_and_one_invalid_number()
    {
        using var file = new SourceFile(
            """
            phone_number,business_name,previous_customer,champion_name,webhook
            +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
            +10987654321,John's Laundry,No,John W,https://example.com/webhook2
            """);
        var report = (await RunAsync(file)).Value;
        Assert.Equal((2, 1), (report.Total, report.Ready));
        Assert.Equal(3, Assert.Single(report.SkippedRows).RowNumber);
    }

    [Fact]
    public async Task A_quote_that_opens_far_below_the_preview_refuses_the_whole_file()
    {
        var rows = string.Concat(Enumerable.Range(0, 3_000).Select(row => $"{2_125_550_000 + row},x\n"));
        using var file = new SourceFile($"phone_number,a\n{rows}1,\"x\n");
        var refused = await RunAsync(file);
        Assert.Equal(SourceErrors.UnclosedQuoteCode, refused.Error.Code);
        Assert.Contains("line 3,002 ", refused.Error.Message, StringComparison.Ordinal);
    }

    private static async Task<Result<ImportReport>> RunAsync(SourceFile file, IProgress<ImportProgress>? progress = null)
    {
        var (format, mapping) = await Sources.MapAsync(file);
        return await new DryRun(new ImportPipeline(new ImportRules(new PhoneRules()), TinyChecks.All))
            .RunAsync(file.Path, format, mapping, progress, CancellationToken.None);
    }

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<ImportProgress> Progress { get; } = [];

        public void Report(ImportProgress value) => Progress.Add(value);
    }
}
