using System.Text;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Bad rows on their way through a draft into a batch on a real database, where they are stored and never dialled.</summary>
public sealed class BadInputInABatchTests
{
    private const string Owner = "tester";

    [Fact]
    public async Task Every_kind_of_bad_row_is_stored_with_its_row_its_column_its_text_its_code_and_its_reason()
    {
        await using var core = await CoreHost.StartAsync();
        await core.Service<DoNotCallList>().AddAsync(
            "+12125550177", "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), Owner, default);

        var draft = await core.DraftAsync(
            """
            phone_number,name,record,start_time
            2125550123,Ann,yes,1999-01-01 00:00:00
            1.23E+10,a,,
            12125550123.0,b,,
            1-800-FLOWERS,c,,
            2125550123;2125550199,d,,
            212-555-0123 x45,e,,
            N/A,f,,
            +10987654321,g,,
            911,h,,
            +1 900 234 5678,i,,
            +18002345678,j,,
            +44 20 7946 0000,k,,
            (212) 555-0111,l,,
            ２１２-555-0123,m,,
            212 555 0177,n,,
            2125550130,o,perhaps,
            2125550131,p,,tomorrow
            2125550132,q
            """ + $"\n2125550133,A\0,,\n2125550134,{new string('x', 10_001)},,\n'+12125550124,{{{{name}}}} <b>,,\n",
            d =>
            {
                d.Columns = [d.Columns![0], d.Columns[1], new(ColumnUse.Setting, "record"), new(ColumnUse.Setting, "start_time")];
                d.Phone = d.Phone with { AllowedCountries = ["US"] };
                d.Settings["from"] = "+12125550111";
                d.Settings["task"] = "Greet {{name}}.";
            });
        var report = (await core.Service<DraftService>().GetAsync(draft, Owner, default)).Value.Report!;
        var batch = await core.UntilFinalAsync((await core.LaunchAsync(draft)).Value);

        var stored = await core.Service<SkippedRowQueries>().ListAsync(batch.Number, 100, 0, default);
        Assert.Equal(
            [
                "3 excel_scientific phone_number “1.23E+10” is not a number any more",
                "4 excel_float phone_number “12125550123.0” has decimals",
                "5 not_a_number phone_number “1-800-FLOWERS” has letters in it",
                "6 several_numbers phone_number “2125550123;2125550199” holds more than one number",
                "7 extension phone_number “212-555-0123 x45” has an extension",
                "8 blank phone_number The cell holds no phone number but “N/A”",
                "9 invalid phone_number “+10987654321” is not a valid number",
                "10 emergency phone_number “911” is an emergency or service number",
                "11 premium phone_number “+1 900 234 5678” is a premium",
                "12 toll_free phone_number “+18002345678” is a toll-free number",
                "13 country_not_allowed phone_number “+44 20 7946 0000” is a number of GB",
                "14 own_number phone_number This is the number that the batch calls from.",
                "15 duplicate phone_number same number as row 2",
                "16 do_not_call phone_number This number is on the do-not-call list.",
                "17 bad_setting record record must be",
                "18 bad_setting start_time start_time must be",
                "19 row_shape  The row has 2 fields where the header has 4 columns.",
                "20 binary_cell name The value contains a NUL character",
                "21 cell_too_long name The value is longer than 10,000 characters.",
            ],
            stored.Select(row => $"{row.RowNumber} {row.Code} {row.Column} {row.Message}"),
            (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal(
            report.SkippedRows.Select(row => (row.RowNumber, row.Column, row.Value, row.Code, row.Message)),
            stored.Select(row => (row.RowNumber, row.Column, row.Value, row.Code, row.Message)));
        Assert.Equal(["+12125550123", "+12125550124"], core.Ledger.Read().Select(call => call.To).Order());
        var last = (await core.CallsAsync(batch.Id)).Single(call => call.ToNumber == "+12125550124");
        var call = (await core.Service<CallQueries>().GetAsync(last.Id, default)).Value;
        Assert.Equal(("{{name}} <b>", "Greet {{name}}."), (call.Variables["name"], (string?)call.Settings["task"]));
    }

    [Fact]
    public async Task Every_bad_phone_cell_is_stored_as_it_stands_in_the_file_and_none_is_dialled()
    {
        await using var core = await CoreHost.StartAsync();
        var bad = PhoneCellFileTests.Bad;

        var batch = await core.UntilFinalAsync(await core.LaunchAsync(
            "phone_number,name\n" + string.Concat(bad.Select(each => $"{CsvCell.Quoted(each.Cell)},x\n")) + "2125550123,Ann\n"));

        Assert.Equal((bad.Length + 1, bad.Length), (batch.Counts.Total, batch.Counts.Skipped));
        Assert.Equal("+12125550123", Assert.Single(core.Ledger.Read()).To);
        var stored = await core.Service<SkippedRowQueries>().ListAsync(batch.Number, bad.Length + 1, 0, default);
        Assert.Equal(
            bad.Select((each, index) => (index + 2, "phone_number", (string?)each.Cell, each.Code)),
            stored.Select(row => (row.RowNumber, row.Column, row.Value, row.Code)));
    }

    [Fact]
    public async Task A_number_that_is_not_called_as_it_is_written_is_shown_as_changed()
    {
        await using var core = await CoreHost.StartAsync();
        string[] cells = ["２１２５５５０１２３", "٢١٢٥٥٥٠١٢٤", "212\u200B5550125", "'2125550126", "=\"+12125550127\"", "212\u00A05550128"];

        var id = await core.DraftAsync($"phone_number,name\n{string.Concat(cells.Select(cell => $"{CsvCell.Quoted(cell)},x\n"))}2125550129,x\n");
        var draft = (await core.Service<DraftService>().GetAsync(id, Owner, default)).Value;
        var rows = await core.Service<DraftReview>().RowsAsync(draft, new ReviewFilter(), 0, 10, default);

        Assert.All(rows.Take(cells.Length).Index(), row =>
        {
            Assert.Equal(WarningCodes.NumberRewritten, row.Item.Code);
            Assert.StartsWith($"Called as +1212555012{3 + row.Index}, ", row.Item.Message, StringComparison.Ordinal);
        });
        Assert.Equal("", rows[^1].Code);
    }

    [Theory]
    [InlineData("phone_number,name\n2125550123,\"Ann\n2125550124,Bob\n", SourceErrors.UnclosedQuoteCode, "opens on line 2")]
    [InlineData("phone_number,name\n", SourceErrors.NoRecipientsCode, "no recipients")]
    [InlineData("\uFEFF", SourceErrors.NoRecipientsCode, "no recipients")]
    [InlineData("{\"phone_number\":\"+12125550123\"}", SourceErrors.NotATableCode, "it is JSON")]
    [InlineData("\0\u0001\u0002\u0003\0\u0001\u0002\u0003", SourceErrors.NotATableCode, "its content is binary")]
    public async Task A_file_that_is_refused_changes_nothing(string content, string code, string words)
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.Service<DraftService>().StartAsync(Owner, default);

        var refused = await ReceiveAsync(core, draft.Id, "list.csv", content);

        Assert.Equal(code, refused.Error.Code);
        Assert.Contains(words, refused.Error.Message, StringComparison.Ordinal);
        Assert.Null((await core.Service<DraftService>().GetAsync(draft.Id, Owner, default)).Value.Source);
        Assert.Empty(Uploads(core));
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\windows\\system32\\list.csv")]
    [InlineData("/etc/cron.d/list.csv")]
    [InlineData("\u202Evsc.tsil")]
    [InlineData("list\u0000.csv")]
    [InlineData("a\r\nb\u001B[31m.csv")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("CON")]
    public async Task A_file_is_stored_under_a_generated_name_whatever_its_own_is(string name)
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.Service<DraftService>().StartAsync(Owner, default);

        var received = await ReceiveAsync(core, draft.Id, name, "phone_number\n2125550123\n");

        var stored = Assert.Single(Uploads(core));
        Assert.Matches("^[0-9a-f]{32}\\.upload$", stored);
        Assert.Equal((name, stored), (received.Value.Source!.FileName, received.Value.Source.StoredAs));
        Assert.DoesNotContain(received.Value.Name, character => char.IsControl(character) || character == '\u202E');
        Assert.DoesNotContain(Web.Shared.VisibleText.Of(name), character => char.IsControl(character) || character == '\u202E');
    }

    [Fact]
    public async Task A_file_that_grows_too_large_is_refused_before_the_rest_of_it_is_taken()
    {
        await using var core = await CoreHost.StartAsync(("Import:MaxFileMegabytes", "1"));
        var draft = await core.Service<DraftService>().StartAsync(Owner, default);
        using var endless = new EndlessStream();

        var refused = await core.Service<DraftUploads>().ReceiveAsync(draft.Id, Owner, "list.csv", endless, null, default);
        var announced = await core.Service<DraftUploads>().ReceiveAsync(draft.Id, Owner, "list.csv", endless, 2L << 40, default);

        Assert.All([refused, announced], each =>
        {
            Assert.Equal(SourceErrors.TooLargeCode, each.Error.Code);
            Assert.Equal("The file is larger than 1 MB. Split it into smaller files, one batch each.", each.Error.Message);
        });
        Assert.InRange(endless.Given, 1 << 20, 2 << 20);
        Assert.Empty(Uploads(core));
    }

    private static async Task<Core.Result<BatchDraft>> ReceiveAsync(CoreHost core, Guid draft, string name, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await core.Service<DraftUploads>().ReceiveAsync(draft, Owner, name, stream, stream.Length, default);
    }

    private static IEnumerable<string?> Uploads(CoreHost core) =>
        Directory.EnumerateFileSystemEntries(core.Service<Core.Data.DataDirectory>().Uploads).Select(Path.GetFileName);
}
