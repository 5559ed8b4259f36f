using System.Text.Json.Nodes;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Templates;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BatchDashboard.Tests.Templates;

public sealed class TemplatePagesTests : PageTest
{
    private string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery;

    private TemplateService Templates => Core.Service<TemplateService>();

    public override Task InitializeAsync() => StartAsync();

    [Fact]
    public async Task An_empty_list_explains_itself_and_a_starter_becomes_a_template()
    {
        var page = Open<TemplatesPage>("/templates");
        Assert.Contains("No templates yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal("/templates/new", page.Find(".empty a").GetAttribute("href"));
        Assert.Equal(4, page.FindAll(".gallery li").Count);

        await PressAsync(page, () => page.Find("[aria-label='Use this: Win-back']"));

        var made = Assert.Single(await ListAsync());
        Assert.Equal("Win-back", made.Name);
        Assert.Equal($"/templates/{made.Id}", Address);
    }

    [Fact]
    public async Task The_list_says_what_each_template_needs_and_how_it_was_used()
    {
        var version = await CreateAsync("Reminder", "Hi {{name}}, {{date | default: 'soon'}}.");
        await Templates.SaveAsync(version.TemplateId, 1, null, Prompt("Hi {{name}}."), Operator, default);
        await CreateAsync("About", "Hello.");

        var page = Open<TemplatesPage>("/templates");

        Assert.Equal(["About", "Reminder"], page.FindAll("tbody th").Select(cell => cell.TextContent.Trim()));
        Assert.Equal(
            ["name", "2", "0", "Never"],
            page.FindAll("tbody tr:last-child td").Take(4).Select(cell => cell.TextContent.Trim()));
        await PressAsync(page, () => page.Find("[aria-label='Start batch from Reminder']"));
        var draft = Assert.Single(await Core.Service<DraftService>().ListAsync(Operator, 9, default));
        Assert.Equal(("Hi {{name}}.", 2), (draft.TextOf("task"), draft.Template!.Use.Version));
        Assert.Equal($"/batches/new/{draft.Id}/recipients", Address);
        Assert.NotEqual(draft.Id, (await Core.Service<DraftService>().StartAsync(Operator, default)).Id);
    }

    [Fact]
    public async Task Templates_that_cannot_be_read_are_no_broken_page()
    {
        await RunSqlAsync("ALTER TABLE templates RENAME TO lost");

        var page = Open<TemplatesPage>("/templates");
        Assert.Contains("The templates could not be loaded", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        await RunSqlAsync("ALTER TABLE lost RENAME TO templates");
        await PressAsync(page, "Retry");
        Assert.Contains("No templates yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_template_says_what_is_missing_only_when_somebody_saves_it_and_is_kept_then()
    {
        var page = Open<TemplatePage>("/templates/new");
        Assert.Empty(page.FindAll(".field-error, .problems"));

        await PressAsync(page, "Save template");
        Assert.Equal(["#template-name", "#task"], page.FindAll(".problems a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", page.Find("#template-name").GetAttribute("aria-invalid"));

        await page.Find("#template-name").ChangeAsync(new() { Value = "Reminder" });
        await page.Find("#task").ChangeAsync(new() { Value = "Hi {{name}}." });
        Assert.Equal("Changed, not saved", page.Find(".standing").TextContent);
        await PressAsync(page, "Save template");

        var made = Assert.Single(await ListAsync());
        Assert.Equal(("Reminder", $"/templates/{made.Id}"), (made.Name, Address));
    }

    [Fact]
    public async Task A_change_becomes_the_next_version_and_one_of_somebody_else_is_told_of_first()
    {
        var id = (await CreateAsync("Reminder", "Hi {{name}}.")).TemplateId;
        var page = Show(id);
        Assert.Contains("needs a value for everybody", page.Find(".variables").TextContent, StringComparison.Ordinal);
        await page.Find("#task").ChangeAsync(new() { Value = "Mine {{name | default: 'you'}}." });
        Assert.Contains("has a default", page.Find(".variables").TextContent, StringComparison.Ordinal);
        await Templates.SaveAsync(id, 1, null, Prompt("Theirs."), "anna", default);

        await PressAsync(page, "Save as version 2");
        Assert.Contains("anna has saved version 2", page.Find(".problems").TextContent, StringComparison.Ordinal);
        await PressAsync(page, "Save as version 3");

        Assert.Empty(page.FindAll(".problems"));
        Assert.Equal("As in version 3", page.Find(".standing").TextContent);
        var newest = (await Core.Service<TemplateQueries>().NewestAsync(id, default)).Value;
        Assert.Equal((3, "Mine {{name | default: 'you'}}.", Operator), (newest.Number, (string?)newest.Settings["task"], newest.SavedBy));
    }

    [Fact]
    public async Task Two_versions_are_compared_line_by_line_and_the_older_one_can_be_restored()
    {
        var id = (await CreateAsync("Reminder", "First line.\nHi {{name}}.")).TemplateId;
        await Templates.SaveAsync(id, 1, null, Prompt("First line.\nHello {{name}}."), "anna", default);

        var page = Show(id, "?v=2");
        Assert.Equal(["Removed: Hi {{name}}."], page.FindAll(".diff .removed").Select(line => line.TextContent.Trim()));
        Assert.Equal(["Added: Hello {{name}}."], page.FindAll(".diff .added").Select(line => line.TextContent.Trim()));
        Assert.Contains("1 line added, 1 removed since version 1.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Restore this version", page.Markup, StringComparison.Ordinal);

        page = Show(id, "?v=1&with=2");
        await PressAsync(page, "Restore this version");

        Assert.Equal($"/templates/{id}?v=3", Address);
        page.WaitForAssertion(() => Assert.Contains("What version 3 says", page.Markup, StringComparison.Ordinal));
        Assert.Contains("version 1 restored", page.Markup, StringComparison.Ordinal);
        Assert.Equal(["Added: Hi {{name}}."], page.FindAll(".diff .added").Select(line => line.TextContent.Trim()));
    }

    [Theory]
    [InlineData("?v=99")]
    [InlineData("?v=nonsense&with=nonsense")]
    [InlineData("?v=1&with=1")]
    public async Task An_address_that_names_no_version_shows_the_newest(string query)
    {
        var page = Show((await CreateAsync("Reminder", "Hi.")).TemplateId, query);

        Assert.Contains("What version 1 says", page.Markup, StringComparison.Ordinal);
        Assert.Contains("there is none to compare it with", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_deleted_when_it_is_asked_for_twice()
    {
        var id = (await CreateAsync("Reminder", "Hi.")).TemplateId;
        var dialogs = Render<MudDialogProvider>();
        var page = Show(id);

        var kept = PressAsync(page, "Delete");
        dialogs.WaitForElement(".mud-dialog");
        Assert.Contains("Batches and drafts that were made from it keep their copy.", dialogs.Markup, StringComparison.Ordinal);
        await PressAsync(dialogs, "Keep it");
        await kept;
        Assert.Single(await ListAsync());

        var deleted = PressAsync(page, "Delete");
        dialogs.WaitForElement(".mud-dialog");
        await PressAsync(dialogs, "Delete");
        await deleted;
        Assert.Empty(await ListAsync());
        Assert.Equal("/templates", Address);
        Assert.Contains("There is no template with this id", Show(id).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<TemplatePage> Show(Guid id, string query = "")
    {
        var page = Open<TemplatePage>($"/templates/{id}{query}", parameters => parameters.Add(p => p.Id, id));
        page.WaitForElement("h1");
        return page;
    }

    private static JsonObject Prompt(string prompt) => new() { ["task"] = prompt };

    private async Task<TemplateVersion> CreateAsync(string name, string prompt) =>
        (await Templates.CreateAsync(name, Prompt(prompt), Operator, default)).Value;

    private Task<IReadOnlyList<TemplateSummary>> ListAsync() => Core.Service<TemplateQueries>().ListAsync(default);

    private Task<int> RunSqlAsync(string sql) => Core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);
}
