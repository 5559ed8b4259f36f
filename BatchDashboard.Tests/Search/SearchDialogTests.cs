using BatchDashboard.Core.Data;
using BatchDashboard.Core.Search;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Search;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Search;

public sealed class SearchDialogTests : PageTest
{
    [Fact]
    public async Task It_says_what_may_be_typed_and_that_too_little_was()
    {
        await StartAsync();
        var dialog = Render<SearchDialog>();
        Assert.StartsWith("Type a part of a batch’s name", State(dialog), StringComparison.Ordinal);

        Type(dialog, "r");

        dialog.WaitForAssertion(() => Assert.Equal($"Type at least {SearchQueries.MinLength} characters.", State(dialog)));
        Assert.Empty(dialog.FindAll(".advice"));
        Assert.True(dialog.Find("[role=listbox]").HasAttribute("hidden"));
    }

    [Fact]
    public async Task Arrows_go_through_what_was_found_and_Enter_goes_there()
    {
        await StartAsync();
        var older = await Core.LaunchAsync(CoreHost.Numbers(1), draft => draft.Name = "May reminders");
        await Core.LaunchAsync(CoreHost.Numbers(1), draft => draft.Name = "June reminders");
        var dialog = Render<SearchDialog>();

        Type(dialog, "remind");
        dialog.WaitForAssertion(() => Assert.Equal("Batches: 2, calls: 0", State(dialog)));
        Assert.StartsWith("June reminders", Active(dialog), StringComparison.Ordinal);
        Assert.Equal("true", dialog.Find("#find-text").GetAttribute("aria-expanded"));

        await KeyAsync(dialog, "ArrowDown");
        Assert.StartsWith("May reminders", Active(dialog), StringComparison.Ordinal);
        await KeyAsync(dialog, "ArrowDown");
        Assert.StartsWith("June reminders", Active(dialog), StringComparison.Ordinal);
        await KeyAsync(dialog, "ArrowUp");
        await KeyAsync(dialog, "Enter");

        Assert.EndsWith($"/batches/{older}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_waits_for_the_answer_to_what_was_typed_and_a_closed_dialog_is_empty_again()
    {
        await StartAsync();
        var id = await Core.LaunchAsync(CoreHost.Numbers(1), draft => draft.Name = "May reminders");
        await Core.UntilFinalAsync(id);
        var call = Assert.Single(await Core.CallsAsync(id));
        var dialog = Render<SearchDialog>();

        Type(dialog, CoreHost.Number(0));
        await KeyAsync(dialog, "Enter");

        Assert.EndsWith($"/calls/{call.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("Batches: 0, calls: 1", State(dialog));
        await dialog.Find("dialog").TriggerEventAsync("onclose", EventArgs.Empty);
        Assert.Equal("", dialog.Find("#find-text").GetAttribute("value") ?? "");
        Assert.Empty(dialog.FindAll("[role=option]"));
    }

    [Fact]
    public async Task Without_a_match_it_says_so_and_where_older_batches_are()
    {
        await StartAsync();
        var dialog = Render<SearchDialog>();

        Type(dialog, "nobody & nothing");

        dialog.WaitForAssertion(() => Assert.Equal("Nothing matches “nobody & nothing”.", State(dialog)));
        Assert.Equal("/batches?q=nobody%20%26%20nothing", dialog.Find(".advice a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_failure_is_said_with_a_reference_and_can_be_tried_again()
    {
        await StartAsync();
        await RunAsync("ALTER TABLE call_numbers RENAME TO lost");
        var dialog = Render<SearchDialog>();

        Type(dialog, "+12125550142");
        dialog.WaitForAssertion(() => Assert.Equal("The search failed.", State(dialog)));
        Assert.Matches("^[0-9a-f]{12}$", dialog.Find(".advice code").TextContent);
        await RunAsync("ALTER TABLE lost RENAME TO call_numbers");
        await PressAsync(dialog, "Try again");

        dialog.WaitForAssertion(() => Assert.Equal("Nothing matches “+12125550142”.", State(dialog)));
    }

    private static void Type(IRenderedComponent<SearchDialog> dialog, string text) => dialog.Find("#find-text").Input(text);

    private static Task KeyAsync(IRenderedComponent<SearchDialog> dialog, string key) =>
        dialog.Find("#find-text").KeyDownAsync(new KeyboardEventArgs { Key = key });

    private static string State(IRenderedComponent<SearchDialog> dialog) => dialog.Find("[role=status]").TextContent;

    private static string Active(IRenderedComponent<SearchDialog> dialog)
    {
        var active = dialog.Find("[aria-selected=true]");
        Assert.Equal(active.Id, dialog.Find("#find-text").GetAttribute("aria-activedescendant"));
        return active.TextContent.Trim();
    }

    private Task<int> RunAsync(string sql) => Core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
