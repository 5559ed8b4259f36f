using System.Globalization;
using System.Text;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Files that are made to fill the memory: what is allocated for them stays the same whatever their size.</summary>
[Collection(HugeFiles.Name)]
public sealed class HugeFileTests : IDisposable
{
    private const long Gigabyte = 1L << 30;

    /// <summary>All that is ever allocated, so more than is in use at once, and a sixteenth of the file.</summary>
    private const long MostAllocated = 64 << 20;

    private const string Ordinary = "phone_number,note\n2125550123,a\n2125550124,b\n";

    private readonly ScratchDirectory _scratch = new();

    [Theory]
    [InlineData("in the header", "phone_number,", 'x', "too_large", "The row that starts on line 1 is longer than 1,048,576 bytes")]
    [InlineData("in the first row", "phone_number,note\n2125550123,", 'x', "too_large", "The row that starts on line 2 is longer")]
    [InlineData("below ordinary rows", Ordinary + "2125550125,", 'x', "too_large", "The row that starts on line 4 is longer")]
    [InlineData("of delimiters", Ordinary, ',', "too_large", "The row that starts on line 4 is longer")]
    [InlineData("of quotes", Ordinary + "2125550125,", '"', "too_large", "The row that starts on line 4 is longer")]
    [InlineData("in a quote", Ordinary + "2125550125,\"", 'x', "unclosed_quote", "The quote (\") that opens on line 4 is never closed")]
    public async Task A_line_of_a_gigabyte_refuses_the_file_without_filling_the_memory(
        string place, string before, char filling, string code, string words)
    {
        var path = _scratch.PathOf("line.csv");
        await WriteAsync(path, before, filling);
        Assert.True(new FileInfo(path).Length > Gigabyte, place);

        var (error, allocated) = await RefusedAsync(path);

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, MostAllocated);
    }

    [Theory]
    [InlineData("2125550125,{0}", "too_large", "The row that starts on line 4 is longer than 1,048,576 bytes")]
    [InlineData("2125550125,\"{0}\"", "too_large", "The row that starts on line 4 is longer")]
    [InlineData("{0},a", "too_large", "The row that starts on line 4 is longer")]
    [InlineData("2125550125,\"{0}", "unclosed_quote", "opens on line 4")]
    public async Task A_cell_of_ten_megabytes_refuses_the_file_without_filling_the_memory(string row, string code, string words)
    {
        var path = _scratch.PathOf("cell.csv");
        var cell = new string('x', 10_000_000);
        await File.WriteAllTextAsync(path, $"{Ordinary}{string.Format(CultureInfo.InvariantCulture, row, cell)}\n2125550126,b\n");

        var (error, allocated) = await RefusedAsync(path);

        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, MostAllocated);
    }

    [Theory]
    [InlineData(16_384, "16,384 columns, and at most 1,000 can be used")]
    [InlineData(1_001, "1,001 columns, and at most 1,000 can be used")]
    public async Task Too_many_columns_refuse_the_file(int columns, string words)
    {
        var header = "phone_number" + string.Concat(Enumerable.Range(2, columns - 1).Select(column => $",c{column}"));

        var refused = await Upload.OfAsync(Encoding.UTF8.GetBytes($"{header}\n2125550123{new string(',', columns - 1)}\n"));

        Assert.Equal(SourceErrors.TooLargeCode, refused.Error.Code);
        Assert.Contains(words, refused.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_too_many_refuses_the_file_and_one_less_does_not()
    {
        var file = Encoding.UTF8.GetBytes(CoreHost.Numbers(500) + "\n12\n\n");

        var refused = await Upload.OfAsync(file, Upload.UsualRules with { MaxRows = 500 });

        Assert.Equal(SourceErrors.TooManyRowsCode, refused.Error.Code);
        Assert.Equal("The file has more than 500 rows. Split it into smaller files, one batch each.", refused.Error.Message);
        Assert.Equal(501, (await Upload.OfAsync(file, Upload.UsualRules with { MaxRows = 501 })).Value.Report.Total);
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task<(Core.Error Error, long Allocated)> RefusedAsync(string path)
    {
        // What is loaded and pooled once is not the file's.
        using (var warm = new SourceFile(Ordinary))
            Assert.True((await Upload.OfAsync(warm.Path)).IsSuccess);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var refused = await Upload.OfAsync(path);

        return (refused.Error, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    /// <summary>
    /// The start of a line that looks like text for two megabytes, and a hole to the end: it takes no place on the disk.
    /// </summary>
    private static async Task WriteAsync(string path, string before, char filling)
    {
        await using var file = File.Create(path);
        await file.WriteAsync(Encoding.UTF8.GetBytes(before));
        var text = new byte[2 << 20];
        Array.Fill(text, (byte)filling);
        await file.WriteAsync(text);
        file.SetLength(Gigabyte + file.Length);
    }
}
