using System.Text;
using BatchDashboard.Core;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Compliance;

public sealed class DoNotCallImportTests : IAsyncLifetime
{
    private static readonly DateTimeOffset LastOfJanuary = new(2099, 1, 31, 0, 0, 0, TimeSpan.Zero);

    private CoreHost _core = null!;

    public async Task InitializeAsync() => _core = await CoreHost.StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Fact]
    public async Task A_large_file_in_any_order_is_taken_whole_and_its_bad_rows_are_listed()
    {
        const int rows = 150_000;
        var csv = new StringBuilder("name,Mobile\n");
        for (var index = rows - 1; index >= 0; index--)
            csv.Append("x,").Append(index % 50_000 == 7 ? "n/a!" : CoreHost.Number((index * 7919) % rows)).Append('\n');

        var outcome = (await ImportAsync(csv.ToString())).Value;

        Assert.Equal((rows - 3, 0, 3), (outcome.Added, outcome.AlreadyThere, outcome.Refused));
        Assert.Equal([49_994, 99_994, 149_994], outcome.FirstRefused.Select(refused => refused.Line));
        Assert.All(
            outcome.FirstRefused,
            refused => Assert.StartsWith("“n/a!” has letters in it", refused.Problem.Message, StringComparison.Ordinal));
        Assert.Equal(rows - 3, await Queries.CountAsync(default));
        Assert.Empty(Directory.EnumerateFiles(_core.Service<DataDirectory>().Uploads));
    }

    [Fact]
    public async Task Reasons_and_expiries_come_from_their_columns_and_the_rest_from_the_form()
    {
        var outcome = (await ImportAsync(
            """
            Phone Number;Comment;Valid until
            '+12125550101;asked by mail;2099-01-31
            +12125550102;;2099-01-31 18:00:00+01:00
            +12125550103;;
            +12125550104;;soon
            +12125550105;;2020-01-31
            +12125550106;too;many;cells
            """,
            file => file with { Reason = "state list" })).Value;

        Assert.Equal((3, 0, 3), (outcome.Added, outcome.AlreadyThere, outcome.Refused));
        Assert.Equal(
            [(5, "expiry_unreadable"), (6, "expiry_past"), (7, "row_shape")],
            outcome.FirstRefused.Select(refused => (refused.Line, refused.Problem.Code)));
        Assert.Equal(("asked by mail", LastOfJanuary), await TermsOfAsync("+12125550101"));
        Assert.Equal(("state list", LastOfJanuary.AddHours(17)), await TermsOfAsync("+12125550102"));
        Assert.Equal(("state list", null), await TermsOfAsync("+12125550103"));
    }

    [Theory]
    [InlineData("+12125550101\n+12125550102\n")]
    [InlineData("(212) 555-0101")]
    [InlineData("12\n+12125550101\n+12125550102\n+12125550103\n+12125550104\n")]
    public async Task The_first_number_of_a_file_without_a_header_is_not_lost(string csv)
    {
        var outcome = (await ImportAsync(csv)).Value;

        Assert.Equal(csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, outcome.Added + outcome.Refused);
        Assert.True(await Queries.IsBlockedAsync(new("+12125550101"), default));
    }

    [Fact]
    public async Task Numbers_of_another_country_are_read_as_that_country_writes_them()
    {
        await ImportAsync("tel\n030 123456\n", file => file with { Country = "DE" });

        Assert.True(await Queries.IsBlockedAsync(new("+4930123456"), default));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_to_its_end_changes_nothing()
    {
        var csv = CoreHost.Numbers(100_100) + "\n\"+12125550123\n+12125550124\n";

        var result = await ImportAsync(csv);

        Assert.Contains("never closed", result.Error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await Queries.CountAsync(default));
    }

    [Theory]
    [InlineData("", "no recipients")]
    [InlineData("phone_number\n", "no recipients")]
    [InlineData("%PDF-1.7\n%\u0001\u0002", "cannot be read as a table")]
    public async Task A_file_without_numbers_is_refused_with_the_reason(string csv, string reason)
    {
        var id = await ReceiveAsync(csv);

        var read = await Files.ReadAsync(id, default);

        Assert.Contains(reason, read.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_that_nobody_can_guess_is_asked_for()
    {
        var file = (await Files.ReadAsync(await ReceiveAsync("a,b\nx,+12125550101\ny,z\n"), default)).Value;

        Assert.Equal(-1, file.Columns.Phone);
        Assert.Equal("no_phone_column", (await RunAsync(file)).Error.Code);
        Assert.Equal("1 added, 0 on the list already, 1 refused", (await RunAsync(file with { Columns = new(1) })).Value.Words);
    }

    [Fact]
    public async Task An_import_is_recorded_once_and_its_file_is_gone_afterwards()
    {
        var id = await ReceiveAsync("phone\n+12125550101\n");
        var file = (await Files.ReadAsync(id, default)).Value with { Name = "state.csv" };

        await RunAsync(file);

        Assert.Equal("file_gone", (await Files.ReadAsync(id, default)).Error.Code);
        Assert.Equal("file_gone", (await RunAsync(file)).Error.Code);
        await using var context = await _core.Service<Database>().ReadAsync(default);
        var line = Assert.Single(context.Audit);
        Assert.Equal(
            (AuditAction.DoNotCallImported, "state.csv", "1 added, 0 on the list already, 0 refused", "anna"),
            (line.Action, line.Subject, line.Reason, line.Actor));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_again()
    {
        await ImportAsync("phone,reason,expires\n+12125550101,=SUM(A1),2099-01-31\n+12125550102,\"a, b\",\n");
        using var exported = new MemoryStream();
        await DoNotCallCsv.WriteAsync(exported, Queries.ReadAllAsync(DoNotCallFilter.All, default), CsvStyle.ForPeople(), default);
        var text = Encoding.UTF8.GetString(exported.ToArray());
        Assert.Contains("'+12125550101,'=SUM(A1),import,2099-01-31 00:00:00+00:00,anna,", text, StringComparison.Ordinal);
        foreach (var entry in await Queries.ListAsync(DoNotCallFilter.All, 9, null, default))
            await _core.Service<DoNotCallList>().RemoveAsync(entry.Phone, "again", "anna", default);

        var outcome = (await ImportAsync(text)).Value;

        Assert.Equal(2, outcome.Added);
        Assert.Equal(("=SUM(A1)", LastOfJanuary), await TermsOfAsync("+12125550101"));
        Assert.Equal(("a, b", null), await TermsOfAsync("+12125550102"));
    }

    [Fact]
    public async Task A_workbook_is_taken_as_any_other_file()
    {
        using var workbook = new MemoryStream(TinyWorkbook.Of(
            TinyWorkbook.Row(1, "Phone", "Reason"), TinyWorkbook.Row(2, "+12125550101", "asked by mail")).Bytes());
        var id = (await Files.ReceiveAsync(workbook, default)).Value;

        var outcome = (await RunAsync((await Files.ReadAsync(id, default)).Value)).Value;

        Assert.Equal(1, outcome.Added);
        Assert.Equal(("asked by mail", null), await TermsOfAsync("+12125550101"));
    }

    [Fact]
    public async Task A_file_that_was_left_lying_goes_with_a_later_upload()
    {
        var abandoned = await ReceiveAsync("phone\n+12125550101\n");
        File.SetLastWriteTimeUtc(Files.PathOf(abandoned), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        await ReceiveAsync("phone\n+12125550102\n");

        Assert.Equal("file_gone", (await Files.ReadAsync(abandoned, default)).Error.Code);
        Assert.Single(Directory.EnumerateFiles(_core.Service<DataDirectory>().Uploads));
    }

    private DoNotCallFiles Files => _core.Service<DoNotCallFiles>();

    private DoNotCallQueries Queries => _core.Service<DoNotCallQueries>();

    private async Task<Guid> ReceiveAsync(string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return (await Files.ReceiveAsync(content, default)).Value;
    }

    private async Task<Result<DoNotCallOutcome>> ImportAsync(string csv, Func<DoNotCallFile, DoNotCallFile>? change = null)
    {
        var file = (await Files.ReadAsync(await ReceiveAsync(csv), default)).Value;
        return await RunAsync(change is null ? file : change(file));
    }

    private Task<Result<DoNotCallOutcome>> RunAsync(DoNotCallFile file) =>
        _core.Service<DoNotCallImport>().RunAsync(file, "anna", null, default);

    private async Task<(string Reason, DateTimeOffset? ExpiresAt)> TermsOfAsync(string number)
    {
        var entry = (await Queries.LookUpAsync(new PhoneNumber(number), default)).Entry!;
        return (entry.Reason, entry.ExpiresAt);
    }
}
