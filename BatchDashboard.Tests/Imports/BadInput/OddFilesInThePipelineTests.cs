using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Tests.Imports.OddFiles;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>What the source says about an odd file must be what becomes of it in the report.</summary>
public sealed class OddFilesInThePipelineTests
{
    private const string Words = " ~ ";

    private static readonly OddFile[] Files = [.. OddTextFiles.All, .. OddEncodings.All, .. OddWorkbooks.All];

    public static TheoryData<string> Names => [.. Files.Select(file => file.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_file_is_refused_or_its_rows_are_called_and_skipped_as_the_table_says(string name) =>
        await Task.WhenAll(Files.Where(file => file.Name == name).Select(CheckAsync));

    private static async Task CheckAsync(OddFile file)
    {
        var upload = await Upload.OfAsync(file.Bytes());

        if (file.Expected is [var refusal] && refusal.StartsWith("refused ", StringComparison.Ordinal))
        {
            var parts = refusal["refused ".Length..].Split(Words);
            Assert.Equal(parts[0], upload.Error.Code);
            Assert.Contains(parts[1], upload.Error.Message, StringComparison.Ordinal);
            return;
        }

        Assert.Equal(file.Expected.Length - 1, upload.Value.Rows.Count);
        Assert.All(file.Expected.Skip(1).Zip(upload.Value.Rows), pair => CheckRow(pair.First, pair.Second));
    }

    private static void CheckRow(string expected, ReadRow row)
    {
        var skipped = $"{row.RowNumber} skipped ";
        if (!expected.StartsWith(skipped, StringComparison.Ordinal))
        {
            Assert.False(row.Skipped is { } problem && RowFaults.IsOfSource(problem.Code), expected);
            var cells = expected[$"{row.RowNumber}: ".Length..].Split('|');
            Assert.Equal(row.Skipped is null ? cells.Select(FormulaGuard.Unprotect) : cells, JsonText.ReadArray(row.Data));
            return;
        }

        var parts = expected[skipped.Length..].Split(Words);
        Assert.Equal(parts[0], $"{row.Skipped?.Code} {row.Skipped?.Column}".TrimEnd());
        Assert.Contains(parts is [_, var words] ? words : "", row.Skipped!.Message, StringComparison.Ordinal);
    }
}
