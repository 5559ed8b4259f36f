using System.Text.Json.Nodes;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;
using Bunit;
using MudBlazor;

namespace BatchDashboard.Tests.NewBatch;

public sealed class TemplatePickerTests : WizardTest
{
    [Fact]
    public async Task A_template_fills_the_prompt_and_asks_before_it_replaces_what_somebody_wrote()
    {
        var template = await CreateAsync("Reminder", "Hi {{champion_name}}.");
        var draft = await Core.DraftAsync(SeedTable, d => d.Set("task", "Mine."));
        var dialogs = Render<MudDialogProvider>();
        var page = Show(draft, DraftStep.Prompt);
        Assert.Equal("A template fills the prompt and its settings.", page.Find("#template-state").TextContent);
        await PressAsync(page, "Use it");
        Assert.Contains("Choose a template first.", page.Markup, StringComparison.Ordinal);
        await page.Find("#template").ChangeAsync(new() { Value = template.TemplateId.ToString() });

        var kept = PressAsync(page, "Use it");
        dialogs.WaitForElement(".mud-dialog");
        Assert.Contains("What you have written is replaced: Prompt.", dialogs.Markup, StringComparison.Ordinal);
        await PressAsync(dialogs, "Keep mine");
        await kept;
        Assert.Equal("Mine.", (await DraftAsync(draft)).TextOf("task"));

        var replaced = PressAsync(page, "Use it");
        dialogs.WaitForElement(".mud-dialog");
        await PressAsync(dialogs, "Replace it");
        await replaced;
        var stored = await DraftAsync(draft);
        Assert.Equal(("Hi {{champion_name}}.", "june"), (stored.TextOf("task"), stored.TextOf("voice")));
        Assert.Equal("From “Reminder”, version 1.", page.Find("#template-state").TextContent);
        Assert.Equal("Sarah H", page.Find(".preview .value").TextContent);
    }

    [Fact]
    public async Task What_was_changed_is_saved_as_the_next_version_or_as_a_template_of_its_own()
    {
        var template = await CreateAsync("Reminder", "Hi.");
        var draft = await Core.DraftAsync(SeedTable, d => d.Use(ChosenTemplate.Of(template)));
        var dialogs = Render<MudDialogProvider>();
        var page = Show(draft, DraftStep.Prompt);
        await page.Find("#task").ChangeAsync(new() { Value = "Hello." });
        Assert.Equal("From “Reminder”, version 1, changed since.", page.Find("#template-state").TextContent);

        var saved = PressAsync(page, "Save as template…");
        dialogs.WaitForElement("#save-template").Submit();
        await saved;
        Assert.Equal("From “Reminder”, version 2.", page.Find("#template-state").TextContent);

        var own = PressAsync(page, "Save as template…");
        dialogs.WaitForElement("#save-template");
        dialogs.FindAll("input[type=radio]")[1].Change(true);
        dialogs.Find("#template-name").Change("reminder");
        dialogs.Find("#save-template").Submit();
        dialogs.WaitForAssertion(() => Assert.Contains("There is a template “reminder” already.", dialogs.Find("#template-name-problem").TextContent, StringComparison.Ordinal));
        dialogs.Find("#template-name").Change("Greeting");
        dialogs.Find("#save-template").Submit();
        await own;

        Assert.Equal("From “Greeting”, version 1.", page.Find("#template-state").TextContent);
        Assert.Equal("Greeting", (await DraftAsync(draft)).Template!.Use.Name);
        Assert.Equal(["Greeting", "Reminder"], (await Core.Service<TemplateQueries>().ListAsync(default)).Select(listed => listed.Name));
    }

    [Fact]
    public async Task A_variable_with_a_default_is_not_called_empty_and_the_preview_shows_what_is_said()
    {
        var draft = await Core.DraftAsync("phone_number,name\n+12125550123,\n+12125550124,Bob\n");
        var page = Show(draft, DraftStep.Prompt);

        await page.Find("#task").ChangeAsync(new() { Value = "Hi {{name | default: \"there\"}}." });
        Assert.Empty(page.FindAll(".notices li"));
        Assert.Equal("there", page.Find(".preview .value.default").TextContent);

        await page.Find("#task").ChangeAsync(new() { Value = "Hi {{name}}." });
        Assert.Contains("{{name}} is empty for 1 of the first 2 recipients.", page.Find(".notices li").TextContent, StringComparison.Ordinal);
    }

    private async Task<TemplateVersion> CreateAsync(string name, string prompt) => (await Core.Service<TemplateService>().CreateAsync(
        name, new JsonObject { ["task"] = prompt, ["voice"] = "june" }, Operator, default)).Value;
}
