using System.Globalization;
using System.Text.Json;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>What operators do while batches run, in a real browser.</summary>
public sealed class OperatorTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    private const float Long = 60_000;

    private static readonly Dictionary<string, string> TwoLongCallsAtOnce = new()
    {
        ["Providers:Sandbox:Speed"] = "1",
        ["Dispatch:MaxConcurrentCalls"] = "2",
    };

    [Fact]
    public async Task A_batch_is_paused_and_resumed_from_its_page()
    {
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Dispatch:MaxConcurrentCalls"] = "2",
            ["Providers:Sandbox:Speed"] = "20",
        });
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        var id = await CreateAsync(app, CoreHost.Number, 20);
        await OpenAsync(page, $"/batches/{id}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Paused" })).ToBeVisibleAsync();
        await Assertions.Expect(Outcomes(page)).ToContainTextAsync("0 in progress", new() { Timeout = Long });
        var dialled = app.Ledger.Read().Count;
        Assert.InRange(dialled, 0, 19);
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume", Exact = true }).ClickAsync();
        await Assertions.Expect(Outcomes(page)).ToContainTextAsync("20 of 20 calls done", new() { Timeout = Long });
        Assert.All(app.Ledger.DialsByNumber(), number => Assert.Equal(1, number.Value));
        Assert.Equal(20, app.Ledger.Read().Count);
    }

    [Fact]
    public async Task A_cancel_that_hangs_up_ends_the_calls_in_progress()
    {
        var app = await StartAppAsync(TwoLongCallsAtOnce);
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        var id = await CreateAsync(app, LongCall, 5);
        await OpenAsync(page, $"/batches/{id}");
        await Assertions.Expect(Outcomes(page)).ToContainTextAsync("2 in progress", new() { Timeout = Long });

        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Also hang up 2 calls in progress").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel 3 calls" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "This batch was cancelled" }))
            .ToContainTextAsync("2 calls were hung up", new() { Timeout = Long });
        Assert.Equal(2, app.Ledger.Read().Count);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_batch_that_pauses_itself_says_why_and_is_resumed_from_its_banner(int width)
    {
        var app = await StartAppAsync(new Dictionary<string, string>
        {
            ["Dispatch:AutoPauseWindow"] = "4",
            ["Dispatch:MaxConcurrentCalls"] = "2",
            ["Providers:Sandbox:Speed"] = "100",
        });
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        var id = await CreateAsync(app, index => $"+1212{300 + index}0104", 30);
        await page.GotoAsync($"/batches/{id}");
        var banner = page.GetByRole(AriaRole.Region, new() { Name = "Paused, because too many calls fail" });
        await Assertions.Expect(banner).ToContainTextAsync("such as row", new() { Timeout = Long });
        await window.LookAsync("operator-auto-pause", $"/batches/{id}");

        await banner.GetByRole(AriaRole.Link, new() { Name = "See failed calls" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Failed");
        await page.GoBackAsync();
        var failed = await FailedAsync(app, id);
        await banner.GetByRole(AriaRole.Button, new() { Name = "Resume batch" }).ClickAsync();

        await Eventually.TrueAsync(
            async () => await FailedAsync(app, id) > failed, TimeSpan.FromSeconds(60), "more calls are made after the resume");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_batch_and_a_call_that_wait_for_calling_hours_say_so(int width)
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Compliance:CallingHours"] = ClosedNow() });
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        var id = await CreateAsync(app, CoreHost.Number, 3);
        await page.GotoAsync($"/batches/{id}");
        var notice = page.Locator("section.notice");
        await Assertions.Expect(notice).ToContainTextAsync("outside the calling hours", new() { Timeout = Long });
        await Assertions.Expect(notice.Locator("time")).ToHaveCountAsync(1);
        await window.LookAsync("operator-hours-batch", $"/batches/{id}");

        await page.GotoAsync($"/calls?batch={id}");
        var call = await page.Locator("tbody th a").First.GetAttributeAsync("href");
        await window.LookAsync("operator-hours-call", call!);
        await Assertions.Expect(notice).ToContainTextAsync("outside the calling hours in America/New_York");
        Assert.Empty(app.Ledger.Read());
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task All_dialling_is_stopped_and_resumed_on_every_open_page(int width)
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Providers:Sandbox:Speed"] = "100" });
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var other = (await OpenWindowAsync(app.Address)).Page;
        var page = window.Page;
        await page.SignInAsync();
        await other.SignInAsync();
        await OpenAsync(other, "/do-not-call");
        await OpenAsync(page, "/calls");

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop all dialling" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Keep dialling" })).ToBeFocusedAsync();
        await window.LookAsync("operator-stop-dialog");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Stopped(page)).ToContainTextAsync(RunningApp.OwnerEmail);
        await Assertions.Expect(Stopped(other)).ToBeVisibleAsync();
        var id = await CreateAsync(app, CoreHost.Number, 3);
        using var api = app.CreateApiClient();
        await Eventually.TrueAsync(
            async () => (await api.GetAsync($"/v2/batches/{id}")).Data.GetProperty("waiting_for") is { ValueKind: JsonValueKind.Object } waits
                && waits.GetProperty("code").GetString() == "dialling_stopped"
                && (await api.GetAsync($"/v2/batches/{id}")).Data.GetProperty("status").GetString() == "dispatching",
            TimeSpan.FromSeconds(60),
            "the batch waits because all dialling is stopped");
        await window.LookAsync("operator-stopped", $"/batches/{id}");
        Assert.Empty(app.Ledger.Read());

        await Stopped(other).GetByRole(AriaRole.Button, new() { Name = "Resume dialling" }).ClickAsync();

        await Assertions.Expect(Stopped(page)).ToHaveCountAsync(0);
        await Assertions.Expect(Outcomes(page)).ToContainTextAsync("3 of 3 calls done", new() { Timeout = Long });
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_call_that_nobody_can_know_about_is_decided_by_the_operator(int width)
    {
        var app = await StartAppAsync(TwoLongCallsAtOnce);
        var window = await OpenWindowAsync(app.Address, new() { Width = width });
        var page = window.Page;
        await page.SignInAsync();
        await window.LookAsync("operator-review-none", "/review");
        var id = await CreateAsync(app, LongCall, 2, startTime: "2099-01-01 09:00:00 -05:00");
        using var api = app.CreateApiClient();
        await Eventually.TrueAsync(
            async () => (await api.GetAsync($"/v2/batches/{id}")).Data.GetProperty("status").GetString() == "waiting_for_scheduled_calls",
            TimeSpan.FromSeconds(60),
            "the batch waits");
        await app.BringIntoReviewAsync(id);
        await window.LookAsync("operator-review", "/review");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Review 2 to decide" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "It was called" }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Call again" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Type the last 4 digits of the number")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("0107");
        await window.LookAsync("operator-call-again");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Call again" }).ClickAsync();
        await page.Locator(".said").GetByRole(AriaRole.Link, new() { Name = "Open the new batch" }).ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Reminders, row 2 again");
        await Assertions.Expect(Outcomes(page)).ToContainTextAsync("1 in progress", new() { Timeout = Long });
        await window.LookAsync("operator-repeated");
        await page.GetByRole(AriaRole.Link, new() { Name = "row 2 of another batch" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Reminders");
    }

    private static ILocator Outcomes(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Outcomes" });

    private static ILocator Stopped(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "All dialling is stopped" });

    /// <summary>A call of ten minutes.</summary>
    private static string LongCall(int index) => $"+1212{300 + index}0107";

    /// <summary>An hour of the week that is far from now in every zone of the United States.</summary>
    private static string ClosedNow() =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().AddDays(3):ddd} 12:00-13:00");

    private static Task OpenAsync(IPage page, string address) =>
        page.OpenAsync(address);

    private static async Task<string> CreateAsync(RunningApp app, Func<int, string> number, int count, string? startTime = null)
    {
        using var api = app.CreateApiClient();
        var reply = await api.PostAsync("/v2/batches/create", new
        {
            description = "Reminders",
            start_time = startTime,
            global = new { task = "Say hello." },
            call_objects = Enumerable.Range(0, count).Select(index => new { phone_number = number(index) }),
        });
        return reply.Data.GetProperty("batch_id").GetString()!;
    }

    private static async Task<int> FailedAsync(RunningApp app, string id)
    {
        using var api = app.CreateApiClient();
        return (await api.GetAsync($"/v2/batches/{id}")).Data.GetProperty("calls_failed").GetInt32();
    }
}
