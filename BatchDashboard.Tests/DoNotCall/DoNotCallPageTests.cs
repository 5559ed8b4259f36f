using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.DoNotCall;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BatchDashboard.Tests.DoNotCall;

public sealed class DoNotCallPageTests : PageTest
{
    [Fact]
    public async Task An_empty_list_explains_what_it_does_and_offers_the_ways_to_fill_it()
    {
        await StartAsync();

        var page = Open<DoNotCallPage>("/do-not-call");

        Assert.Contains("No numbers yet", page.Markup);
        Assert.Equal("/do-not-call/import", page.Find(".actions a").GetAttribute("href"));
        Assert.Empty(page.FindAll("table, .filters"));
    }

    [Fact]
    public async Task A_raw_export_of_what_is_shown_stands_beside_the_safe_one_and_says_what_it_is()
    {
        await StartAsync();
        await Core.Service<DoNotCallList>().AddAsync(
            "+12125550123", "US", new DoNotCallTerms("=1+1", DoNotCallSource.Manual), Operator, default);

        var page = Open<DoNotCallPage>("/do-not-call?q=555");

        page.WaitForElement("a[href='/do-not-call/export.csv?q=555']");
        var raw = page.Find("a[href='/do-not-call/export.csv?q=555&raw=true']");
        Assert.Equal("Raw export", raw.TextContent);
        Assert.Contains("may run its cells as formulas", raw.ParentElement!.TextContent, StringComparison.Ordinal);
        using var file = new MemoryStream();
        await DoNotCallCsv.WriteAsync(file, Core.Service<DoNotCallQueries>().ReadAllAsync(DoNotCallFilter.All, default), CsvStyle.Raw, default);
        Assert.Contains("\r\n+12125550123,=1+1,manual,", System.Text.Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/do-not-call", 2, 1)]
    [InlineData("/do-not-call?q=555-0123", 1, 0)]
    [InlineData("/do-not-call?q=lawyer", 1, 0)]
    [InlineData("/do-not-call?source=optout", 1, 1)]
    [InlineData("/do-not-call?source=nonsense&expired=nonsense&after=nonsense", 2, 1)]
    [InlineData("/do-not-call?expired=0", 1, 0)]
    [InlineData("/do-not-call?expired=1", 1, 1)]
    [InlineData("/do-not-call?expired=1&source=manual", 0, 0)]
    public async Task The_address_says_which_numbers_are_shown(string address, int shown, int chips)
    {
        await StartAsync();
        await AddAsync("+12125550123", "letter of his lawyer");
        await AddAsync("+12125550124", "pressed 9", DoNotCallSource.Optout);
        await RunSqlAsync("UPDATE do_not_call SET expires_at = 1 WHERE number = 12125550124");

        var page = Open<DoNotCallPage>(address);

        Assert.Equal(shown, page.FindAll("tbody tr").Count);
        Assert.Equal(shown == 0, page.Markup.Contains("No numbers match", StringComparison.Ordinal));
        Assert.Equal(chips, page.FindAll(".chip").Count);
    }

    [Theory]
    [InlineData("/do-not-call?number=212-555-0123", "Yes: +1 212-555-0123 is blocked.", "by anna: “asked by mail”.")]
    [InlineData("/do-not-call?number=030%20123456&country=de", "No: +49 30 123456 is not blocked.", "")]
    [InlineData("/do-not-call?number=212-555-0124", "No: +1 212-555-0124 is not blocked.", "It was from")]
    [InlineData("/do-not-call?number=John", "“John” has letters in it", "")]
    public async Task A_number_in_the_address_is_answered_in_words(string address, string answer, string detail)
    {
        await StartAsync();
        await AddAsync("+12125550123", "asked by mail");
        await AddAsync("+12125550124", "for a while");
        await RunSqlAsync("UPDATE do_not_call SET expires_at = 1 WHERE number = 12125550124");

        var page = Open<DoNotCallPage>(address);

        Assert.Contains(answer, page.Find(".answer").TextContent);
        Assert.Contains(detail, page.Find(".answer").TextContent);
    }

    [Fact]
    public async Task Older_numbers_are_a_page_further_on()
    {
        await StartAsync();
        await AddAsync(string.Join('\n', Enumerable.Range(0, 51).Select(CoreHost.Number)), "");

        var page = Open<DoNotCallPage>("/do-not-call");
        Assert.Contains("51 numbers on the list.", page.Find(".facts").TextContent);
        Assert.Equal(50, page.FindAll("tbody tr").Count);
        Services.GetRequiredService<NavigationManager>().NavigateTo(page.Find("nav[aria-label=Pages] a").GetAttribute("href")!);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Equal("/do-not-call", page.Find("nav[aria-label=Pages] a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_no_broken_page_and_can_be_tried_again()
    {
        await StartAsync();
        await AddAsync("+12125550123", "");
        await RunSqlAsync("ALTER TABLE do_not_call RENAME TO lost");

        var page = Open<DoNotCallPage>("/do-not-call");
        Assert.Contains("The do-not-call list could not be loaded", page.Find("[role=alert]").TextContent);

        await RunSqlAsync("ALTER TABLE lost RENAME TO do_not_call");
        await PressAsync(page, "Retry");
        Assert.Single(page.FindAll("tbody tr"));
    }

    [Fact]
    public async Task The_calls_that_the_list_kept_from_being_made_are_counted()
    {
        await StartAsync();
        await AddAsync(CoreHost.Number(0), "");
        await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(2)));

        var page = Open<DoNotCallPage>("/do-not-call");

        Assert.Contains("Blocked 1 call in the last 30 days.", page.Find(".facts").TextContent);
    }

    [Fact]
    public async Task A_text_that_was_cut_off_is_refused_whole()
    {
        await StartAsync();
        var dialogs = OpenDialog();

        dialogs.Find("#numbers").Change(string.Concat(Enumerable.Repeat("+12125550123\n", 12_000)));
        await PressAsync(dialogs, "Add");

        Assert.Contains("Import the numbers as a file", dialogs.Find("#numbers-problem").TextContent);
        Assert.Equal(0, await Core.Service<DoNotCallQueries>().CountAsync(default));
    }

    [Fact]
    public async Task An_expiry_is_the_start_of_that_day_on_the_clocks_of_the_browser_and_not_in_the_past()
    {
        await StartAsync();
        var dialogs = OpenDialog();
        dialogs.Find("#numbers").Change("+12125550123");
        dialogs.Find("#expires").Change("2020-01-31");
        await PressAsync(dialogs, "Add");
        Assert.Contains("in the past", dialogs.Find("#expires-problem").TextContent);
        Assert.Equal("true", dialogs.Find("#expires").GetAttribute("aria-invalid"));

        dialogs.Find("#expires").Change("2099-01-31");
        await PressAsync(dialogs, "Add");

        var answer = await Core.Service<DoNotCallQueries>().LookUpAsync(new PhoneNumber("+12125550123"), default);
        Assert.Equal(new DateTimeOffset(2099, 1, 31, 0, 0, 0, TimeSpan.Zero), answer.Entry!.ExpiresAt);
    }

    [Fact]
    public async Task A_call_leads_to_the_list_with_its_number()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync("phone_number\n+12125550123"));
        var call = (await Core.CallsAsync(batch.Id))[0];
        var dialogs = Render<MudDialogProvider>();
        var page = Open<CallPage>($"/calls/{call.Id}", parameters => parameters.Add(p => p.Id, call.Id.ToString()));

        var untilClosed = PressAsync(page, "Add to do-not-call");
        dialogs.WaitForElement("#reason").Change("asked in this call");
        await PressAsync(dialogs, "Add");
        await untilClosed;

        var answer = await Core.Service<DoNotCallQueries>().LookUpAsync(new PhoneNumber("+12125550123"), default);
        Assert.True(answer.IsBlocked);
        Assert.Equal(("asked in this call", Operator), (answer.Entry!.Reason, answer.Entry.AddedBy));
    }

    private IRenderedComponent<MudDialogProvider> OpenDialog()
    {
        var dialogs = Render<MudDialogProvider>();
        var page = Open<DoNotCallPage>("/do-not-call");
        // What opens a dialog is done when the dialog is closed.
        _ = PressAsync(page, "Add numbers");
        dialogs.WaitForElement("#numbers");
        return dialogs;
    }

    private Task<Core.Result<DoNotCallOutcome>> AddAsync(
        string numbers, string reason, DoNotCallSource source = DoNotCallSource.Manual) =>
        Core.Service<DoNotCallList>().AddAsync(numbers, "US", new DoNotCallTerms(reason, source), "anna", default);

    private Task<int> RunSqlAsync(string sql) => Core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
