using System.Text;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>A bad value of a setting costs its row, which names the column and the rule.</summary>
public sealed class BadSettingFileTests
{
    private static readonly (string Setting, string Cell, string Rule)[] Bad = [.. BadSettingCells.All];

    [Theory]
    [InlineData("text")]
    [InlineData("workbook")]
    public async Task A_bad_value_skips_its_row_and_names_column_and_rule(string kind)
    {
        var upload = (await Upload.OfAsync(kind == "text" ? Text() : Workbook(), map: AsSettings)).Value;

        Assert.Equal((Bad.Length + 1, CoreHost.Number(Bad.Length)), (upload.Rows.Count, Assert.Single(upload.Called)));
        Assert.All(Bad.Index(), bad =>
        {
            var (setting, cell, rule) = bad.Item;
            var problem = upload[bad.Index + 2].Skipped;
            Assert.Equal((SkipCodes.BadSetting, $"my {setting}"), (problem?.Code, problem?.Column));
            Assert.Equal(cell[..Math.Min(200, cell.Length)], problem!.Value);
            Assert.NotEmpty(rule);
            Assert.Equal($"The column 'my {setting}': {rule}", problem.Message);
        });
    }

    [Fact]
    public async Task A_value_that_follows_the_rule_is_called_with_every_setting()
    {
        var settings = CallSettingCatalog.Targets.Where(setting => setting.Name != "voicemail").ToArray();
        var file = $"phone_number,{string.Join(',', settings.Select(setting => setting.Name))}\n" +
            $"2125550199,{string.Join(',', settings.Select(setting => CsvCell.Quoted(setting.Example)))}\n";

        var upload = (await Upload.OfAsync(Encoding.UTF8.GetBytes(file), map: Upload.Accept)).Value;

        Assert.Equal(["+12125550199"], upload.Called);
        Assert.Equal(settings.Select(setting => new ColumnTarget(ColumnUse.Setting, setting.Name)), upload.Mapping.Targets.Skip(1));
    }

    [Fact]
    public async Task The_first_bad_value_of_a_row_is_named_and_a_bad_number_goes_before_it()
    {
        var upload = (await Upload.OfAsync(
            "phone_number,record,max_duration\n2125550123,perhaps,soon\n12,perhaps,soon\n2125550124, , \n"u8.ToArray(), map: Upload.Accept)).Value;

        Assert.Equal(["2 bad_setting record", "3 invalid phone_number"], upload.Skipped);
    }

    private static ColumnMapping AsSettings(IReadOnlyList<ColumnGuess> guesses) => new(
        [.. guesses.Select(guess => guess.Header)],
        [new(ColumnUse.PhoneNumber), .. BadSettingCells.Settings.Select(setting => new ColumnTarget(ColumnUse.Setting, setting))]);

    private static IEnumerable<string[]> Rows =>
    [
        ["phone_number", .. BadSettingCells.Settings.Select(setting => $"my {setting}")],
        .. Bad.Select((bad, index) => Row(index, bad.Setting, bad.Cell)),
        Row(Bad.Length, "", ""),
    ];

    private static string[] Row(int index, string setting, string cell) =>
        [CoreHost.Number(index), .. BadSettingCells.Settings.Select(each => each == setting ? cell : "")];

    private static byte[] Text() =>
        Encoding.UTF8.GetBytes(string.Concat(Rows.Select(row => string.Join(',', row.Select(CsvCell.Quoted)) + "\r\n")));

    // More columns than letters, so the cells stand without references.
    private static byte[] Workbook() => TinyWorkbook.Of([.. Rows.Select((row, index) =>
        $"<row r=\"{index + 1}\">{string.Concat(row.Select(cell =>
            $"""<c t="inlineStr"><is><t xml:space="preserve">{System.Security.SecurityElement.Escape(cell)}</t></is></c>"""))}</row>")]).Bytes();
}
