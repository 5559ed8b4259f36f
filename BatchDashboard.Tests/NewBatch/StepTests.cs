using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.NewBatch;
using Bunit;

namespace BatchDashboard.Tests.NewBatch;

public sealed class StepTests : WizardTest
{
    [Fact]
    public async Task Each_column_has_its_values_its_use_and_the_reason()
    {
        var draft = await Core.DraftAsync(SeedTable);

        var page = await ShowMappingAsync(draft);

        Assert.Equal(5, page.FindAll(".mapping tbody tr").Count);
        Assert.Equal("PhoneNumber", page.Find("#column-0").GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Equal(
            ["+12345678909", "+10987654321"],
            page.FindAll("tr:first-child .samples li").Select(value => value.TextContent)));
        Assert.Contains("Matched by name", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Suggested: call setting Webhook (has the name of a call setting, and 100 % of its values fit)", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suggestion_is_taken_with_one_click_and_taken_back_with_map_all()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);

        page.WaitForElement(".suggestion button", TimeSpan.FromSeconds(10));
        await PressAsync(page, () => page.Find(".suggestion button"));
        var accepted = (await DraftAsync(draft)).Columns![4];
        await PressAsync(page, "Map all to request_data");

        Assert.Equal(new ColumnTarget(ColumnUse.Setting, "webhook"), accepted);
        var stored = await DraftAsync(draft);
        Assert.Equal(new ColumnTarget(ColumnUse.RequestData, "webhook"), stored.Columns![4]);
        Assert.Equal(ColumnUse.PhoneNumber, stored.Columns[0].Use);
        Assert.Null(stored.Report);
    }

    [Fact]
    public async Task A_change_of_columns_is_not_applied_to_the_file_that_another_tab_put_there()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Map);
        page.WaitForElement(".samples li");
        await ReplaceFileAsync(draft, "other.csv", "a,b,c,d,e,f,phone_number\n1,2,3,4,5,6,+12125551000\n");
        var mapped = (await DraftAsync(draft)).Columns!;

        await page.Find("#column-0").ChangeAsync(new() { Value = "Ignore" });

        Assert.Equal(mapped, (await DraftAsync(draft)).Columns);
        page.WaitForAssertion(() => Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "+12125551000"],
            page.FindAll(".samples li").Select(value => value.TextContent)));
        Assert.Contains("changed in another tab", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await page.Find("#column-0").ChangeAsync(new() { Value = "Ignore" });
        Assert.Equal(ColumnUse.Ignore, (await DraftAsync(draft)).Columns![0].Use);
    }

    [Theory]
    [InlineData("recipients", "#file")]
    [InlineData("map", ".notice a[href$=recipients]")]
    [InlineData("review", ".notice a[href$=recipients]")]
    public async Task A_file_that_is_gone_from_the_disk_is_asked_for_again(string step, string way)
    {
        var draft = await Core.DraftAsync(SeedTable);
        await ChangeAsync(draft, d => d.Edit());
        Core.Service<DraftFiles>().Remove(Assert.Single(UploadedFiles()));

        var page = Show(draft, DraftSteps.Find(step)!.Value);

        page.WaitForAssertion(() => Assert.Contains("Upload it again.", page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll(way));
    }

    [Fact]
    public async Task A_name_with_a_space_is_explained_at_its_field()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);

        await page.Find("input[aria-label='Variable name of business_name']").ChangeAsync(new() { Value = "business name" });

        var field = page.Find("input[aria-label='Variable name of business_name']");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("'business_name' would do", page.Find($"#{field.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 thing to fix", page.Find(".standing").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_prompt_is_previewed_with_the_values_of_a_row_and_a_slip_is_named()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Prompt);

        await page.Find("#task").ChangeAsync(new() { Value = "Hi {{champion_name}} of {{busines_name}}" });

        Assert.Equal("Sarah H", page.Find(".rendered .value").TextContent);
        Assert.Equal(
            "{{busines_name}} is not a column of your file, so no call has a value for it. Did you mean {{business_name}}?",
            page.Find("#task-error").TextContent.Trim());
        Assert.Equal("Hi {{champion_name}} of {{busines_name}}", (await DraftAsync(draft)).TextOf("task"));
    }

    [Fact]
    public async Task A_variable_that_no_call_has_keeps_the_batch_from_going_out_until_it_is_said_to_be_meant()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Prompt);
        await page.Find("#task").ChangeAsync(new() { Value = "It is {{now}}, {{champion | default: \"friend\"}}." });
        Assert.Equal("unknown_variable", (await Core.LaunchAsync(draft)).Error.Code);

        await page.Find("#sent-as-is").ChangeAsync(new() { Value = true });

        Assert.Empty(page.FindAll("#task-error"));
        Assert.Equal("{{now}} is not a column of your file. It is sent as it is.", page.Find(".notices li").TextContent.Trim());
        await page.Find("#first_sentence").ChangeAsync(new() { Value = "Hi {{nam}}." });
        Assert.NotEmpty(page.FindAll("#first_sentence-error"));
        Assert.Equal("unknown_variable", (await Core.LaunchAsync(draft)).Error.Code);
        await page.Find("#first_sentence").ChangeAsync(new() { Value = "" });
        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    [Fact]
    public async Task The_preview_says_of_how_many_recipients_it_shows_the_first()
    {
        var page = Show(await Core.DraftAsync(Tests.Support.CoreHost.Numbers(16)), DraftStep.Prompt);

        Assert.Equal("1 of 10", page.Find(".pager span:not([aria-hidden])").TextContent);
        Assert.EndsWith("The preview shows the first 10 of 16 recipients.", page.Find(".preview .hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_setting_is_kept_explained_and_keeps_the_batch_from_going_out()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Prompt);

        await page.Find("#tools").ChangeAsync(new() { Value = "[1," });

        Assert.Contains("not valid JSON", page.Find("#tools-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("[1,", (await DraftAsync(draft)).TextOf("tools"));
        var launched = await Core.LaunchAsync(draft);
        Assert.Equal("prompt", launched.Error.Field);
    }

    [Fact]
    public async Task A_step_without_a_file_sends_the_operator_to_the_upload()
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);

        var page = Show(draft.Id, DraftStep.Map);

        Assert.Equal(DraftStep.Recipients.Path(draft.Id), page.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task A_limit_of_nothing_is_explained_and_an_empty_one_is_none()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);
        Assert.Equal("100", page.Find("#max_concurrent").GetAttribute("placeholder"));

        await page.Find("#max_concurrent").ChangeAsync(new() { Value = "0" });

        Assert.StartsWith("Calls at once are a whole number from 1", page.Find("#max_concurrent-error").TextContent.Trim(), StringComparison.Ordinal);
        await page.Find("#max_concurrent").ChangeAsync(new() { Value = "" });
        Assert.Empty(page.FindAll("#max_concurrent-error"));
        Assert.Null((await DraftAsync(draft)).MaxConcurrent);
    }

    [Fact]
    public async Task A_status_webhook_that_is_no_address_is_explained_and_none_is_fine()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = Show(draft, DraftStep.Launch);

        await page.Find("#status_webhook").ChangeAsync(new() { Value = "ftp://example.com" });

        Assert.Contains("must be an address", page.Find("#status_webhook-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("launch", (await Core.LaunchAsync(draft)).Error.Field);
        await page.Find("#status_webhook").ChangeAsync(new() { Value = " " });
        Assert.Empty(page.FindAll("#status_webhook-error"));
        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    [Theory]
    [InlineData("", "Enter the day and the time")]
    [InlineData("2020-01-01T09:00", "This time has passed.")]
    public async Task A_start_time_that_is_none_keeps_the_batch_from_being_launched(string typed, string sentence)
    {
        var draft = await Core.DraftAsync(SeedTable, d => d.StartTime = TimeProvider.System.GetUtcNow().AddDays(1));
        var page = Show(draft, DraftStep.Launch);
        Assert.Equal("Schedule 1 call", page.Find(".wizard-footer button").TextContent);

        await page.Find("#start_time").ChangeAsync(new() { Value = typed });

        Assert.StartsWith(sentence, page.Find("#start_time-error").TextContent.Trim(), StringComparison.Ordinal);
        var launched = await Core.LaunchAsync(draft);
        Assert.StartsWith(sentence, Assert.Single(launched.Errors).Message, StringComparison.Ordinal);
    }
}
