using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>A short run of what the benchmarks run ten million times.</summary>
public sealed class FuzzTests
{
    private const int Seed = 1;

    [Fact]
    public Task Whatever_stands_in_a_text_file_it_is_refused_or_every_row_is_there() =>
        RunAsync(BrokenFiles.Csv, runs: 10_000);

    [Fact]
    public Task Whatever_stands_in_a_workbook_it_is_refused_or_every_row_is_there() =>
        RunAsync(BrokenFiles.OfWorkbook, runs: 4_000);

    /// <summary>Files that a long run has broken the reader with.</summary>
    [Theory]
    [InlineData("//5wAGgAbwBuAGUAXwAxADIAM/4sAFr//gBvAOtuACJ1AG1AYgBlAHIALABuAGEAbQBlAAoAKwAxADIAMQAyADUANQA1ADAAMQAyADP+LABa//7//gBvAOsACg==")]
    public async Task A_file_that_broke_the_reader_once_does_not_do_so_again(string bytes)
    {
        using var files = new ScratchDirectory();
        await SourceFuzz.ExecuteAsync(files.PathOf("fuzz"), Convert.FromBase64String(bytes));
    }

    private static async Task RunAsync(Func<int, int, byte[]> make, int runs)
    {
        using var files = new ScratchDirectory();
        for (var run = 0; run < runs; run++)
        {
            var bytes = make(run, Seed);
            try
            {
                await SourceFuzz.ExecuteAsync(files.PathOf("fuzz"), bytes);
            }
            catch (Exception failure) // Whatever it is, the file that made it is what one needs.
            {
                throw new InvalidOperationException($"Run {run}: {Convert.ToBase64String(bytes)}", failure);
            }
        }
    }
}
