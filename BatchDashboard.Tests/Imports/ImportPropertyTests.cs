using System.Text;
using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;
using CsCheck;

namespace BatchDashboard.Tests.Imports;

/// <summary>What must hold for any file whatsoever.</summary>
public sealed class ImportPropertyTests
{
    private static readonly string[] Refusals = [SourceErrors.NoRecipientsCode, SourceErrors.UnclosedQuoteCode];

    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.OneOf(
            "", " ", "2125550123", "(212) 555-0123", "+1 212 555 0124", "911", "1.23E+10", "Zoë", "'=1+1", "a\0b",
            "x;y"),
        Gen.Int[2_125_550_000, 2_125_559_999].Select(number => $"{number}"),
        Gen.String[Gen.Char["ab ,;\"\n\r\t|é'"], 0, 8]);

    private static readonly Gen<string> LineBreak = Gen.OneOf("\n", "\r\n", "\r", "\n\n");

    /// <summary>Records written by the rules, whatever their cells are.</summary>
    private static readonly Gen<(string Text, List<string[]> Rows)> ProperFile =
        Gen.Select(Cell.Array[3].List[1, 40], Gen.OneOf("\n", "\r\n", "\r"), (rows, lineBreak) =>
        {
            string[][] all = [["phone_number", "a", "b"], .. rows];
            return (string.Concat(all.Select(row => string.Join(',', row.Select(Quote)) + lineBreak)), rows);
        });

    /// <summary>Records thrown together: ragged, badly quoted, blank.</summary>
    private static readonly Gen<string> AnyFile =
        Gen.Select(Gen.Select(Cell.Array[1, 4], LineBreak).List[0, 40], rows =>
        {
            var text = new StringBuilder("phone_number,a,b\n");
            foreach (var (cells, lineBreak) in rows)
                text.AppendJoin(',', cells).Append(lineBreak);
            return text.ToString();
        });

    [Fact]
    public void A_file_written_by_the_rules_is_read_back_cell_by_cell() => ProperFile.Sample(
        file =>
        {
            using var source = new SourceFile(file.Text);
            var rows = source.ReadAsync(new SourceFormat()).GetAwaiter().GetResult().Value.Rows;
            Assert.Equal(file.Rows, rows.Select(row => row.Fields));
            Assert.All(rows, row => Assert.True(row.Fault is null or { Code: SkipCodes.BinaryCell }));
        },
        iter: 400);

    [Fact]
    public void Every_row_of_any_file_is_ready_or_skipped_or_the_file_is_refused() => AnyFile.Sample(
        text =>
        {
            using var source = new SourceFile(text);
            var report = DryRun(source);
            if (!report.IsSuccess)
            {
                Assert.Contains(report.Error.Code, Refusals);
                return;
            }

            Assert.Equal(report.Value.Total, report.Value.Ready + report.Value.SkippedByCode.Values.Sum());
            Assert.Equal(report.Value.Skipped, report.Value.SkippedRows.Count);
            var rows = source.ReadAsync(new SourceFormat()).GetAwaiter().GetResult().Value.Rows;
            Assert.Equal(rows.Count, report.Value.Total);
            Assert.Equal(rows.Select(row => row.RowNumber).Distinct().Order(), rows.Select(row => row.RowNumber));
        },
        iter: 1_000);

    private static Result<ImportReport> DryRun(SourceFile source) => new DryRun(
        new ImportPipeline(new ImportRules(new PhoneRules()), TinyChecks.All)).RunAsync(
            source.Path,
            new SourceFormat(),
            ColumnMapping.FromApi(["phone_number", "a", "b"], null, TinyChecks.IsSetting).Value,
            null,
            CancellationToken.None).GetAwaiter().GetResult();

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
