namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>Set BATCHDASHBOARD_FUZZ_RUNS for a long run.</summary>
public sealed class FuzzTests
{
    [Fact]
    public Task Whatever_stands_in_a_text_file_it_is_refused_or_every_row_is_there() =>
        FuzzRun.CsvAsync(FuzzRun.Runs(few: 10_000), seed: 1);

    [Fact]
    public Task Whatever_stands_in_a_workbook_it_is_refused_or_every_row_is_there() =>
        FuzzRun.WorkbookAsync(FuzzRun.Runs(few: 4_000), seed: 1);
}
