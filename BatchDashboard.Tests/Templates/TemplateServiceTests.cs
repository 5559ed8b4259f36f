using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Templates;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Templates;

public sealed class TemplateServiceTests : IAsyncLifetime
{
    private CoreHost _core = null!;

    public static TheoryData<string> Starters => [.. StarterGallery.All.Select(starter => starter.Name)];

    private TemplateService Service => _core.Service<TemplateService>();

    public async Task InitializeAsync() => _core = await CoreHost.StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Fact]
    public async Task Each_save_makes_a_version_that_says_who_and_when_and_the_old_ones_stay()
    {
        var first = await CreateAsync("Reminder", "Hi {{name}}.");

        var second = (await Service.SaveAsync(first.TemplateId, 1, "Reminders", Prompt("Hello {{name}}."), "anna", default)).Value;

        var history = (await HistoryAsync(first.TemplateId))!;
        Assert.Equal([2, 1], history.Versions.Select(version => version.Number));
        Assert.Equal(["Reminders", "Reminder"], history.Versions.Select(version => version.Name));
        Assert.Equal(["anna", "bob"], history.Versions.Select(version => version.SavedBy));
        Assert.Equal(["Hello {{name}}.", "Hi {{name}}."], history.Versions.Select(version => (string?)version.Settings["task"]));
        Assert.Equal("Reminders", history.Template.Name);
        Assert.True(second.SavedAt >= first.SavedAt);
    }

    [Fact]
    public async Task A_version_of_somebody_else_is_told_of_before_one_is_put_on_top_of_it()
    {
        var first = await CreateAsync("Reminder", "Hi.");
        await Service.SaveAsync(first.TemplateId, 1, null, Prompt("Theirs."), "anna", default);

        var refused = await Service.SaveAsync(first.TemplateId, 1, null, Prompt("Mine."), "bob", default);

        Assert.Equal(TemplateErrors.ChangedMeanwhileCode, refused.Error.Code);
        Assert.StartsWith("anna has saved version 2", refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await Service.SaveAsync(first.TemplateId, 2, null, Prompt("Mine."), "bob", default)).Value.Number);
    }

    [Fact]
    public async Task What_is_the_same_makes_no_version()
    {
        var first = await CreateAsync("Reminder", "Hi.");

        var again = await Service.SaveAsync(
            first.TemplateId, 1, " Reminder ", new JsonObject { ["task"] = "Hi.", ["start_time"] = "2030-01-01" }, "bob", default);

        Assert.Equal("nothing_changed", again.Error.Code);
    }

    [Fact]
    public async Task An_older_version_is_restored_as_a_new_one()
    {
        var first = await CreateAsync("Reminder", "Hi.");
        await Service.SaveAsync(first.TemplateId, 1, "Other name", Prompt("Hello."), "bob", default);

        var restored = (await Service.RestoreAsync(first.TemplateId, 1, "anna", default)).Value;

        Assert.Equal((3, 1, "Other name", "Hi."), (restored.Number, restored.RestoredFrom, restored.Name, (string?)restored.Settings["task"]));
        Assert.Equal("template_version_not_found", (await Service.RestoreAsync(first.TemplateId, 9, "anna", default)).Error.Code);
        Assert.Equal("template_not_found", (await Service.RestoreAsync(Guid.NewGuid(), 1, "anna", default)).Error.Code);
    }

    [Theory]
    [InlineData("", "Hi.", "no_name", "name")]
    [InlineData("  ", "Hi.", "no_name", "name")]
    [InlineData("REMINDER", "Hi.", "name_taken", "name")]
    [InlineData("Other", " ", "no_prompt", "task")]
    public async Task What_cannot_be_used_is_refused_at_its_field(string name, string prompt, string code, string field)
    {
        await CreateAsync("Reminder", "Hi.");

        var refused = await Service.CreateAsync(name, Prompt(prompt), "bob", default);

        Assert.Equal((code, field), (refused.Error.Code, refused.Error.Field));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task A_bad_setting_and_texts_that_are_too_long_are_refused_at_their_fields()
    {
        var settings = new JsonObject { ["task"] = new string('x', DraftChecks.MaxPromptLength + 1), ["max_duration"] = "0" };

        var refused = await Service.CreateAsync(new string('n', 61), settings, "bob", default);

        Assert.Equal(["name", "task", "max_duration"], refused.Errors.Select(error => error.Field));
    }

    [Theory]
    [MemberData(nameof(Starters))]
    public async Task A_starter_can_be_used_twice_says_that_an_ai_speaks_and_needs_few_columns(string name)
    {
        var starter = StarterGallery.All.Single(starter => starter.Name == name);

        var first = await Service.CreateAsync(starter, "bob", default);
        var second = await Service.CreateAsync(starter, "bob", default);

        Assert.True(first.IsSuccess);
        Assert.Equal((name, $"{name} 2"), (first.Value.Name, second.Value.Name));
        Assert.Contains("automated AI assistant", starter.FirstSentence, StringComparison.Ordinal);
        Assert.Contains("{{business_name}}", starter.Prompt, StringComparison.Ordinal);
        Assert.Contains("never claim to be human", starter.Prompt, StringComparison.Ordinal);
        Assert.InRange(TemplateText.VariablesWithoutDefault(starter.Settings()).Count, 1, 3);
    }

    [Fact]
    public async Task A_batch_remembers_its_version_counts_as_a_use_and_keeps_its_copy_when_the_template_goes()
    {
        var version = await CreateAsync("Reminder", "Hi {{name | default: \"there\"}}.");
        var batch = await _core.LaunchAsync("phone_number,name\n+12125550123,\n", draft => draft.Use(ChosenTemplate.Of(version)));
        var used = Assert.Single(await ListAsync());
        Assert.Equal((1, 1), (used.Batches, used.Versions));
        Assert.Equal(["name"], used.Variables);
        Assert.NotNull(used.LastUsedAt);

        Assert.True(await Service.DeleteAsync(version.TemplateId, "bob", default));

        var launched = await _core.GetAsync(batch);
        Assert.Equal(new TemplateUse(version.TemplateId, 1, "Reminder"), launched.Plan.Template);
        Assert.Equal("Hi {{name | default: \"there\"}}.", (string?)launched.Plan.Settings["task"]);
        Assert.Null(await HistoryAsync(version.TemplateId));
        Assert.False(await Service.DeleteAsync(version.TemplateId, "bob", default));
        await using var context = await _core.Service<Database>().ReadAsync(default);
        Assert.Empty(await context.TemplateVersions.ToListAsync());
        Assert.Equal(("bob", "Reminder"), await context.Audit.Select(line => ValueTuple.Create(line.Actor, line.Reason)).SingleAsync());
    }

    [Fact]
    public void The_provider_gets_the_default_of_whom_a_value_is_missing()
    {
        var settings = new RecipientSettings(
            new JsonObject
            {
                ["task"] = "Hi {{name | default: \"there\"}}, {{now}}.",
                ["voicemail"] = new JsonObject { ["message"] = "Bye {{name | default: 'you'}}." },
                ["request_data"] = new JsonObject { ["shop"] = "Bay" },
                ["first_sentence"] = "{{shop | default: 'us'}} calls.",
            },
            layout: null);

        var sent = settings.Resolve(new PhoneNumber("+12125550123"), """{"request_data":{"name":" "}}""").Value.ForProvider();

        Assert.Equal("Hi there, {{now}}.", (string?)sent["task"]);
        Assert.Equal("Bye you.", (string?)sent["voicemail"]!["message"]);
        Assert.Equal("{{shop}} calls.", (string?)sent["first_sentence"]);
    }

    private static JsonObject Prompt(string prompt) => new() { ["task"] = prompt };

    private async Task<TemplateVersion> CreateAsync(string name, string prompt) =>
        (await Service.CreateAsync(name, Prompt(prompt), "bob", default)).Value;

    private Task<IReadOnlyList<TemplateSummary>> ListAsync() => _core.Service<TemplateQueries>().ListAsync(default);

    private async Task<TemplateHistory?> HistoryAsync(Guid id) =>
        await _core.Service<TemplateQueries>().GetAsync(id, default) is { IsSuccess: true } found ? found.Value : null;
}
