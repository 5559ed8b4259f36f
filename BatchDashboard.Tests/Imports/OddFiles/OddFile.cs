using System.Text;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports.OddFiles;

/// <summary>A file as somebody really sends one, and what becomes of it.</summary>
/// <param name="Bytes">Made when they are needed: some are large.</param>
/// <param name="Expected">
/// The headers and each row as <see cref="Outcome"/> writes them. Behind <c> ~ </c> stand words that the message has.
/// </param>
internal sealed record OddFile(string Name, Func<byte[]> Bytes, params string[] Expected)
{
    private const string Words = " ~ ";

    public static OddFile Text(string name, string text, params string[] expected) =>
        new(name, () => Encoding.UTF8.GetBytes(text), expected);

    public static OddFile Text(string name, Func<string> text, params string[] expected) =>
        new(name, () => Encoding.UTF8.GetBytes(text()), expected);

    public static OddFile Workbook(string name, Func<TinyWorkbook> workbook, params string[] expected) =>
        new(name, () => workbook().Bytes(), expected);

    /// <summary>The only expectation of a file that is refused.</summary>
    public static string Refused(string code, string words) => $"refused {code}{Words}{words}";

    /// <summary>Uploads it, as far as the source is concerned, and compares.</summary>
    public async Task CheckAsync()
    {
        using var file = new SourceFile(Bytes());
        var outcome = await Outcome(file);

        Assert.Equal(Expected.Select(line => line.Split(Words)[0]), outcome.Select(line => line.Split(Words)[0]));
        foreach (var (expected, actual) in Expected.Zip(outcome))
            if (expected.Split(Words) is [_, var words])
                Assert.Contains(words, actual, StringComparison.Ordinal);
    }

    private static async Task<List<string>> Outcome(SourceFile file)
    {
        var read = await file.ReadAsync();
        return read.IsSuccess
            ? [string.Join('|', read.Value.Headers), .. read.Value.Rows.Select(Line)]
            : [Refused(read.Error.Code, read.Error.Message)];
    }

    private static string Line(SourceRow row) => row.Fault is { } fault
        ? $"{row.RowNumber} skipped {fault.Code} {fault.Field}".TrimEnd() + Words + fault.Message
        : $"{row.RowNumber}: {string.Join('|', row.Fields)}";
}
