using System.Text.Json.Nodes;
using AngleSharp.Dom;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.Batches;

public sealed class BatchPageTests : PageTest
{
    private const string Mixed =
        """
        phone_number,name
        +12125551000,Ann
        12,Bea
        ,Cid
        """;

    [Theory]
    [InlineData("0199a1b2-1111-7000-8000-00000000f3c2")]
    [InlineData("no-id-at-all")]
    public async Task An_unknown_batch_is_said_to_be_unknown_with_a_way_back(string id)
    {
        await StartAsync();

        var page = Open(id);

        Assert.Equal("No such batch", page.Find("h1").TextContent);
        Assert.Contains(id, page.Markup);
        Assert.NotEmpty(page.FindAll("a[href='/batches']"));
    }

    [Fact]
    public async Task The_counts_add_up_and_lead_to_their_calls()
    {
        await StartSlowAsync(lines: 2);
        var id = await Core.LaunchAsync(LongCalls(5) + "\n123");
        await Core.UntilAsync(id, b => b.Counts is { InFlight: 2, Waiting: 3, Skipped: 1 }, "two lines taken");

        var page = Open(id);

        var tiles = page.FindAll("dl dd").Select(tile => int.Parse(tile.TextContent, null)).ToArray();
        Assert.Equal([6, 3, 2, 0, 0, 0, 1], tiles);
        Assert.Equal(tiles[0], tiles[1..].Sum());
        var inProgress = page.Find($"a[href='/calls?batch={id}&status=in_progress']");
        Assert.Equal("2", inProgress.ParentElement!.QuerySelector("strong")!.TextContent);
        Assert.Equal(5, page.FindAll("tbody tr").Count);
    }

    [Fact]
    public async Task The_phases_are_a_list_with_the_times_of_the_log()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(2)));

        var page = Open(batch.Id);

        var phases = page.FindAll("ol[aria-label=Phases] li");
        Assert.Equal(4, phases.Count);
        Assert.All(phases, phase => Assert.NotNull(phase.QuerySelector("time")));
        Assert.All(phases, phase => Assert.Null(phase.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task A_batch_that_was_cancelled_while_its_rows_were_read_has_no_tick_at_reading_them()
    {
        await StartAsync();
        var draft = await Core.DraftAsync(CoreHost.Numbers(3));
        var batch = await Core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                var plan = new BatchPlan
                {
                    Name = "Numbers",
                    SourceFile = (await Core.Service<DraftService>().GetAsync(draft, Operator, default)).Value.Source!.StoredAs,
                    Source = BatchSource.Csv,
                    Rules = new ImportRules(new PhoneRules()),
                    Rows = 3,
                };
                var added = await Core.Service<BatchService>().AddAsync(context, plan, Operator, default);
                context.RequestStop(added.Number, hangUp: false);
                return added;
            },
            default);
        Core.Service<BatchService>().Announce(batch.Number);
        await Core.UntilFinalAsync(batch.Id);

        var page = Open(batch.Id);

        var phases = page.FindAll("ol[aria-label=Phases] li");
        Assert.Equal(["Validating", "Cancelled"], [Word(phases[0]), Word(phases[^1])]);
        Assert.Contains("broken-off", phases[0].ClassList);
        Assert.Contains(phases[0].QuerySelectorAll("path")[^1].GetAttribute("d")!, Icons.Material.Filled.RemoveCircleOutline, StringComparison.Ordinal);
        Assert.Contains(("Not read", "3"), page.FindAll(".overview dl > div").Select(tile =>
            (tile.QuerySelector("dt")!.TextContent, tile.QuerySelector("dd")!.TextContent)));

        static string Word(IElement phase) => phase.QuerySelector(".word")!.TextContent;
    }

    [Fact]
    public async Task A_paused_batch_says_so_and_can_be_resumed()
    {
        await StartSlowAsync(lines: 1);
        var id = await Core.LaunchAsync(LongCalls(3));
        await Core.UntilAsync(id, b => b.Counts.InFlight == 1, "one line taken");
        var page = Open(id);

        await PressAsync(page, "Pause");

        page.WaitForAssertion(() => Assert.Equal("Paused", page.Find("section.notice h2").TextContent));
        Assert.True((await Core.GetAsync(id)).Paused);
        await PressAsync(page, "Resume");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("section.notice")));
        Assert.False((await Core.GetAsync(id)).Paused);
    }

    [Fact]
    public async Task A_batch_that_paused_itself_says_why_and_leads_to_the_failed_calls()
    {
        await StartAsync(("Dispatch:AutoPauseWindow", "2"), ("Dispatch:MaxConcurrentCalls", "1"));
        var id = await Core.LaunchAsync(
            "phone_number\n" + string.Join('\n', Enumerable.Range(300, 9).Select(exchange => $"+1212{exchange}0104")));
        await Core.UntilAsync(id, b => b.Paused && b.Counts.InFlight == 0, "it pauses itself");

        var page = Open(id);

        var notice = page.Find("section.notice");
        Assert.Equal("Paused, because too many calls fail", notice.QuerySelector("h2")!.TextContent);
        Assert.Contains("2 of the last 2 calls failed", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("such as row", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("too_many_failures", notice.QuerySelector("code")!.TextContent);
        Assert.Equal($"/calls?batch={id}&status=failed", notice.QuerySelector("a")!.GetAttribute("href"));
        await PressAsync(page, "Resume batch");
        await Core.UntilAsync(id, b => b.Counts.Failed > 2, "it goes on");
    }

    [Fact]
    public async Task A_batch_that_waits_says_for_what_and_until_when()
    {
        await StartAsync();
        var start = TimeProvider.System.GetUtcNow().AddHours(5);
        var id = await Core.LaunchAsync(CoreHost.Numbers(2), draft => draft.StartTime = start);
        await Core.UntilAsync(id, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits");

        var notice = Open(id).Find("section.notice");

        Assert.Contains("It starts", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal(start.ToString("O"), notice.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Null(notice.QuerySelector("code"));
    }

    [Fact]
    public async Task Skipped_rows_show_where_and_why_and_can_be_downloaded()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Mixed));

        var page = Open(batch.Id, "?tab=skipped");

        var rows = page.FindAll("tbody tr");
        Assert.Equal(["3", "4"], rows.Select(row => row.QuerySelector("th")!.TextContent));
        Assert.Contains("12", rows[0].TextContent);
        Assert.Equal("blank", rows[1].QuerySelector("code")!.TextContent);
        Assert.All(rows, row => Assert.Equal("phone_number", row.QuerySelectorAll("td")[0].TextContent));
        Assert.Equal(
            [$"/batches/{batch.Id}/skipped.csv", $"/batches/{batch.Id}/skipped.csv?raw=true"],
            page.FindAll("a[download][href*=skipped]").Select(link => link.GetAttribute("href")));
        Assert.Contains("raw", page.FindAll("a[download][href*=skipped]")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_fell_short_says_under_which_tab_the_reasons_stand()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Mixed));

        var page = Open(batch.Id, "?tab=activity");

        Assert.Equal("Of 3 rows, 2 skipped. Why, row by row, is told under Skipped rows.", page.Find("section.notice p").TextContent);
    }

    [Fact]
    public async Task The_name_of_the_file_hides_nothing()
    {
        await StartAsync();
        var draft = await Core.DraftAsync(Mixed);
        using var file = new MemoryStream("phone_number\n+12125551000\n"u8.ToArray());
        await Core.Service<DraftUploads>().ReceiveAsync(draft, Operator, "\u202Evsc.tsil\u0007<b>.csv", file, file.Length, default);
        await Core.Service<DraftReview>().RunAsync(draft, Operator, null, default);

        var page = Open((await Core.LaunchAsync(draft)).Value);

        Assert.Equal("[U+202E]vsc.tsil[U+0007]<b>.csv", page.Find("p.facts strong").TextContent);
    }

    [Theory]
    [InlineData("calls", "abc", "tbody tr", 1)]
    [InlineData("calls", "99999999999999999999", "tbody tr", 1)]
    [InlineData("skipped", "abc", "tbody tr", 2)]
    [InlineData("skipped", "4294967299", "tbody tr", 2)]
    [InlineData("skipped", "99999999999999999999", "tbody tr", 2)]
    [InlineData("activity", "abc", "ol.activity li:last-child", 1)]
    public async Task An_address_that_cannot_be_read_is_the_first_page(string tab, string after, string shown, int count)
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Mixed));

        var page = Open(batch.Id, $"?tab={tab}&after={after}");

        Assert.Equal(count, page.FindAll(shown).Count);
        Assert.Empty(page.FindAll("nav[aria-label=Pages]"));
    }

    [Fact]
    public async Task Behind_the_last_skipped_row_there_is_a_way_back()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(Mixed));

        var page = Open(batch.Id, $"?tab=skipped&after={int.MaxValue}");

        Assert.DoesNotContain("No rows were skipped", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/batches/{batch.Id}?tab=skipped", page.Find("nav[aria-label=Pages] a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_settings_say_everything_the_batch_was_launched_with()
    {
        await StartAsync();
        var id = await Core.LaunchAsync(Mixed, draft =>
        {
            draft.Settings["task"] = "Hi {{name}}.\nIt is \u202Eus.";
            draft.Settings["voice"] = "maya";
            draft.Settings["retry"] = new JsonObject { ["wait"] = 600 };
            (draft.MaxConcurrent, draft.MaxCallsPerSecond, draft.RampUpMinutes) = (7, null, 5);
            (draft.CallingHours, draft.FallbackZone, draft.BlackoutDates) = ("mon-sun 00:00-24:00", "Europe/Berlin", "2037-12-25");
        });

        var page = Open(id, "?tab=settings");

        var lines = page.FindAll(".parts dt").Zip(page.FindAll(".parts dd"))
            .ToDictionary(line => line.First.TextContent, line => line.Second.TextContent.Trim());
        Assert.Equal("Hi {{name}}.\nIt is [U+202E]us.", page.Find(".prompt").TextContent);
        Assert.Equal("Sandbox", lines["Provider"]);
        Assert.Equal("maya", lines["Voice"]);
        Assert.StartsWith("600", lines["Retry: wait"], StringComparison.Ordinal);
        Assert.Equal("request data {{name}}", lines["Column name"]);
        Assert.Equal("are of United States (US)", lines["Numbers without a country code"]);
        Assert.Equal("at once", lines["Start"]);
        Assert.Equal("Europe/Berlin", lines["Where nothing tells the time zone"]);
        Assert.Equal("2037-12-25", lines["Days without calls"]);
        Assert.Equal("7", lines["Calls at once"]);
        Assert.Equal("only this installation's", lines["Calls started per second"]);
        Assert.Equal("within 5:00", lines["Grows to these limits"]);
    }

    [Fact]
    public async Task The_activity_says_who_did_what_in_words()
    {
        await StartAsync();
        var batch = await Core.UntilFinalAsync(await Core.LaunchAsync(CoreHost.Numbers(1)));

        var page = Open(batch.Id, "?tab=activity");

        var entries = page.FindAll("ol.activity strong").Select(entry => entry.TextContent).ToArray();
        Assert.Equal("Launched by tester", entries[^1]);
        Assert.Equal(["Now: Validating", "Now: Dispatching", "Now: In Progress"], entries.Reverse().Skip(1).Take(3));
        Assert.Contains("All calls are settled", entries);
    }

    private IRenderedComponent<BatchPage> Open(BatchId id, string query = "") => Open(id.ToString(), query);

    private IRenderedComponent<BatchPage> Open(string id, string query = "") =>
        Open<BatchPage>($"/batches/{id}{query}", parameters => parameters.Add(page => page.Id, id));
}
