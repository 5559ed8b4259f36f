using AngleSharp.Dom;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.NewBatch;
using Bunit;

namespace BatchDashboard.Tests.NewBatch;

public sealed class MapStepTests : WizardTest
{
    private const string Models =
        "phone_number,model\n+12125550123,turbo\n+12125550124,quick\n+12125550125,quick\n+12125550126,?\n";

    private const string Wide =
        "phone_number,a,b,c,d,e,f,g,webhook\n+12125550123,1,2,3,4,5,6,7,https://example.com\n";

    [Fact]
    public async Task A_column_shows_what_stands_in_it_how_much_of_it_is_filled_and_how_many_values_differ()
    {
        var draft = await Core.DraftAsync("phone_number,city\n+12125550123,Rome\n+12125550124,\n+12125550125,Rome\n");

        var page = await ShowMappingAsync(draft);

        Assert.Equal(["Rome", "Rome"], Row(page, 1).QuerySelectorAll(".samples li").Select(value => value.TextContent));
        Assert.Equal(
            ["Text", "66 % filled", "1 different value"],
            Row(page, 1).QuerySelectorAll(".facts-of-column span").Select(fact => fact.TextContent));
        Assert.Equal(
            ["Phone number", "100 % filled", "3 different values"],
            Row(page, 0).QuerySelectorAll(".facts-of-column span").Select(fact => fact.TextContent));
        Assert.Contains(page.FindAll("[role=status]"), status => status.TextContent == "Counted over all 3 rows.");
    }

    [Fact]
    public async Task Columns_without_a_use_become_request_data_and_the_others_stay_until_all_are_mapped()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);
        await UseAsync(page, 1, "Ignore");
        await UseAsync(page, 2, "Metadata");
        await UseAsync(page, 4, "setting:webhook");

        await PressAsync(page, "Make all remaining request data");
        var remaining = (await DraftAsync(draft)).Columns!;
        await PressAsync(page, "Map all to request_data");
        var all = (await DraftAsync(draft)).Columns!;

        Assert.Equal(
            [ColumnUse.PhoneNumber, ColumnUse.RequestData, ColumnUse.Metadata, ColumnUse.RequestData, ColumnUse.Setting],
            remaining.Select(target => target.Use));
        Assert.Equal("business_name", remaining[1].Name);
        Assert.Equal(
            [null, "business_name", "previous_customer", "champion_name", "webhook"], all.Select(target => target.Name));
        Assert.All(all.Skip(1), target => Assert.Equal(ColumnUse.RequestData, target.Use));
    }

    [Fact]
    public async Task Who_has_chosen_a_call_setting_is_not_advised_to_take_another()
    {
        var page = await ShowMappingAsync(await Core.DraftAsync("phone_number,voicemail\n+12125550123,hangup\n"));
        Assert.Single(Row(page, 1).QuerySelectorAll(".suggestion"));

        await UseAsync(page, 1, "setting:voicemail.action");

        Assert.Empty(Row(page, 1).QuerySelectorAll(".suggestion"));
    }

    [Fact]
    public async Task Two_columns_with_one_use_both_say_so_until_one_of_them_keeps_it()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);

        await UseAsync(page, 1, "PhoneNumber");

        foreach (var column in new[] { 0, 1 })
            Assert.Equal(
                "“phone_number” and “business_name” are both used as phone number. Keep it at one of them.",
                Assert.Single(Row(page, column).QuerySelectorAll(".field-error")).TextContent.Trim());
        await PressAsync(page, "Keep it here, make “business_name” request data");
        Assert.Empty(page.FindAll(".mapping .field-error"));
        Assert.Equal(
            [new(ColumnUse.PhoneNumber), new(ColumnUse.RequestData, "business_name")],
            (await DraftAsync(draft)).Columns!.Take(2));
    }

    [Fact]
    public async Task What_stands_for_a_value_is_held_against_the_rule_of_the_setting_at_once()
    {
        var draft = await Core.DraftAsync("phone_number,minutes\n+12125550123,short\n+12125550124,5\n");
        var page = await ShowMappingAsync(draft);
        await UseAsync(page, 1, "setting:max_duration");
        Assert.Equal(
            "1 row of 2 has a value that Longest duration does not take, and would be skipped. It must be a whole number from 1 to 720 (minutes).",
            Words(page.Find(".refused .field-error")));
        Assert.Equal("nothing else: skip these rows", page.FindAll(".refused option")[0].TextContent);

        await page.Find(".refused input").ChangeAsync(new() { Value = "abc" });

        var field = page.Find(".refused input");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal(
            "max_duration must be a whole number from 1 to 720 (minutes), but is \"abc\".",
            page.Find($"#{field.GetAttribute("aria-describedby")}").TextContent.Trim());
        await page.Find(".refused input").ChangeAsync(new() { Value = "10" });
        Assert.Null(page.Find(".refused input").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll(".refused .field-error"));
    }

    [Fact]
    public async Task Values_that_a_setting_does_not_take_are_mapped_or_left_out_and_no_row_is_skipped_for_them()
    {
        var draft = await Core.DraftAsync(Models);
        var page = await ShowMappingAsync(draft);
        await UseAsync(page, 1, "setting:model");
        Assert.StartsWith(
            "3 rows of 4 have a value that Model does not take", page.Find(".refused .field-error").TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(["quick 2 rows", "? 1 row"], page.FindAll(".refused label").Select(Words));
        await ReviewAsync(draft);
        Assert.Equal(("bad_setting", 3), Assert.Single((await CountsAsync(draft)).ByCode.Select(code => (code.Code, code.Rows))));

        await page.FindAll(".refused select")[0].ChangeAsync(new() { Value = "turbo" });
        await page.FindAll(".refused select")[1].ChangeAsync(new() { Value = "" });

        Assert.Empty(page.FindAll(".refused .field-error"));
        Assert.Equal(["quick 2 rows", "? 1 row"], page.FindAll(".refused label").Select(Words));
        Assert.Equal(
            new Dictionary<string, string> { ["quick"] = "turbo", ["?"] = "" }, (await DraftAsync(draft)).Columns![1].Values);
        await ReviewAsync(draft);
        var counts = await CountsAsync(draft);
        Assert.Equal(4, counts.Called);
        Assert.Empty(counts.ByCode);

        await page.FindAll(".refused select")[0].ChangeAsync(new() { Value = " " });
        Assert.StartsWith("2 rows of 4", page.Find(".refused .field-error").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_with_values_that_its_setting_refuses_is_among_those_to_fix()
    {
        var page = await ShowMappingAsync(await Core.DraftAsync(Wide));

        await UseAsync(page, 2, "setting:model");
        await PressAsync(page, () => page.FindAll(".filters button")[1]);

        Assert.Equal("Columns to fix 1", Words(page.FindAll(".filters button")[1]));
        Assert.Equal(["b"], Shown(page));
    }

    [Fact]
    public async Task A_number_is_typed_for_a_value_and_shown_as_what_it_stands_for()
    {
        var draft = await Core.DraftAsync("phone_number,minutes\n+12125550123,short\n+12125550124,9\n");
        var page = await ShowMappingAsync(draft);
        await UseAsync(page, 1, "setting:max_duration");

        await page.Find(".refused input").ChangeAsync(new() { Value = "5" });

        Assert.Equal("5", page.Find(".refused select").GetAttribute("value"));
        Assert.Contains(page.FindAll(".refused option"), option => option.GetAttribute("value") == "5");
        Assert.Empty(page.FindAll(".refused .field-error"));
    }

    [Fact]
    public async Task A_setting_that_is_not_in_the_file_is_added_with_one_value_for_every_call()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);
        Assert.Empty(page.FindAll("#voice"));

        await page.Find("#add-setting").ChangeAsync(new() { Value = "voice" });
        await page.Find("#voice").ChangeAsync(new() { Value = "june" });

        Assert.Equal("june", (await DraftAsync(draft)).TextOf("voice"));
        Assert.Empty(page.FindAll("#add-setting option[value=voice]"));
        Assert.Equal("june", (await ShowMappingAsync(draft)).Find("#voice").GetAttribute("value"));
    }

    [Fact]
    public async Task The_mapping_of_a_launched_batch_is_used_for_the_same_columns_and_can_be_left_and_taken_again()
    {
        await LaunchMappedAsync("May reminders", SeedTable);
        var draft = await Core.DraftAsync(SeedTable);
        var page = await ShowMappingAsync(draft);
        Assert.Contains("in May reminders", Words(page.Find(".notice.info")), StringComparison.Ordinal);
        Assert.StartsWith("Remembered from “May reminders”, ", Row(page, 1).QuerySelector(".hint:not(.facts-of-column)")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("customer", (await DraftAsync(draft)).Columns![1].Name);

        await PressAsync(page, "Guess anew");

        Assert.Equal("business_name", (await DraftAsync(draft)).Columns![1].Name);
        Assert.StartsWith("Use the mapping of May reminders", Words(page.Find(".notice.info")), StringComparison.Ordinal);
        await PressAsync(page, () => page.Find(".notice.info button"));
        Assert.Equal("customer", (await DraftAsync(draft)).Columns![1].Name);
        Assert.StartsWith("These columns were mapped before", Words(page.Find(".notice.info")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mapping_of_much_the_same_columns_is_offered_with_what_differs_and_used_on_request()
    {
        await LaunchMappedAsync("May reminders", SeedTable);
        var draft = await Core.DraftAsync(SeedTable.Replace("previous_customer", "since", StringComparison.Ordinal));
        var page = await ShowMappingAsync(draft);
        Assert.Equal("business_name", (await DraftAsync(draft)).Columns![1].Name);
        Assert.EndsWith(
            "It knows 4 of 5 columns. New here: since. Not here: previous_customer. Use it", Words(page.Find(".notice.info")), StringComparison.Ordinal);

        await PressAsync(page, () => page.Find(".notice.info button"));

        Assert.Equal(["customer", "since"], (await DraftAsync(draft)).Columns!.Skip(1).Take(2).Select(target => target.Name));
        Assert.Empty(page.FindAll(".notice.info"));
    }

    [Fact]
    public async Task Numbers_called_in_the_last_days_are_left_out_of_the_review()
    {
        await Core.UntilFinalAsync(await Core.LaunchAsync("phone_number\n+12125550123\n"));
        var draft = await Core.DraftAsync("phone_number\n+12125550123\n+12125550124\n");
        Assert.Equal(2, (await CountsAsync(draft)).Called);
        var page = await ShowMappingAsync(draft);

        await page.Find("#called_within").ChangeAsync(new() { Value = "30" });

        Assert.Equal(30, (await DraftAsync(draft)).SkipCalledWithinDays);
        var review = Show(draft, DraftStep.Review);
        review.WaitForAssertion(
            () => Assert.Contains("1 called lately", review.FindAll(".tile").Select(Words)), TimeSpan.FromSeconds(10));
        Assert.Equal("1 of 2 rows will be called.", Words(review.Find("p.called")));
    }

    [Fact]
    public async Task The_days_without_a_call_are_remembered_with_the_mapping_and_named_before_the_launch()
    {
        await Core.LaunchAsync("phone,a,b,c,d\n+12125550123,1,2,3,4\n", draft => draft.SkipCalledWithin(30));

        var same = await Core.DraftAsync("phone,a,b,c,d\n+12125550124,1,2,3,4\n");
        var near = await Core.DraftAsync("phone,a,b,c,e\n+12125550124,1,2,3,4\n");

        Assert.Equal(30, (await DraftAsync(same)).SkipCalledWithinDays);
        Assert.Contains("Numbers called in the last 30 days are skipped", Words((await ShowMappingAsync(same)).Find(".notice.info")), StringComparison.Ordinal);
        Assert.Contains("Numbers called in the last 30 days are skipped", Words(Show(same, DraftStep.Launch).Find(".summary")), StringComparison.Ordinal);
        Assert.Null((await DraftAsync(near)).SkipCalledWithinDays);
        var page = await ShowMappingAsync(near);
        await PressAsync(page, () => page.Find(".notice.info button"));
        Assert.Equal(30, (await DraftAsync(near)).SkipCalledWithinDays);
    }

    [Fact]
    public async Task A_country_of_which_the_numbers_are_not_is_doubted_and_a_better_one_is_offered()
    {
        var draft = await Core.DraftAsync("phone,name\n0171 2345678,Ann\n089 23456789,Bob\n+12125550124,Cem\n");
        var page = await ShowMappingAsync(draft);

        Assert.StartsWith(
            "Only 0 % of these numbers can be called as numbers of United States (US), the default country. Better: ", Words(page.Find(".notice.warning p")), StringComparison.Ordinal);
        await PressAsync(page, "Use Germany (DE)");

        Assert.Equal("DE", (await DraftAsync(draft)).Phone.DefaultCountry);
        Assert.Empty(page.FindAll(".notice.warning"));
    }

    [Fact]
    public async Task Mapping_all_says_how_many_columns_it_changed_and_when_it_was_none()
    {
        var page = await ShowMappingAsync(await Core.DraftAsync(SeedTable));
        await UseAsync(page, 1, "Ignore");

        await PressAsync(page, "Map all to request_data");
        Assert.Equal("1 column became request data.", Words(page.Find(".toolbar .hint")));
        await PressAsync(page, "Map all to request_data");
        Assert.Equal("All columns but the phone number are request data already; nothing changed.", Words(page.Find(".toolbar .hint")));
        await PressAsync(page, "Make all remaining request data");
        Assert.Equal("Every column is used already; nothing changed.", Words(page.Find(".toolbar .hint")));
    }

    [Fact]
    public async Task A_long_list_of_columns_is_narrowed_by_what_they_are_and_by_their_names()
    {
        var page = await ShowMappingAsync(await Core.DraftAsync(Wide));
        await UseAsync(page, 2, "Ignore");
        Assert.Equal(
            ["All 9", "Columns to fix 0", "Not used 1", "Suggestions 1", "Call settings 0"], page.FindAll(".filters button").Select(Words));

        await PressAsync(page, () => page.FindAll(".filters button")[2]);
        Assert.Equal(["b"], Shown(page));
        Assert.Equal("true", page.FindAll(".filters button")[2].GetAttribute("aria-pressed"));
        await PressAsync(page, () => page.FindAll(".filters button")[3]);
        Assert.Equal(["webhook"], Shown(page));
        await PressAsync(page, () => page.FindAll(".filters button")[0]);
        await page.Find("#column-search").ChangeAsync(new() { Value = "OO" });
        Assert.Equal(["webhook"], Shown(page));
        await page.Find("#column-search").ChangeAsync(new() { Value = "nothing like it" });
        Assert.Equal("No column is like that. Show all columns", Words(page.Find(".mapping tbody")));
        await PressAsync(page, "Show all columns");
        Assert.Equal(9, Shown(page).Length);
    }

    private static IElement Row(IRenderedComponent<WizardPage> page, int column) => page.FindAll(".mapping tbody tr")[column];

    private static string[] Shown(IRenderedComponent<WizardPage> page) =>
        [.. page.FindAll(".mapping tbody th").Select(header => header.TextContent)];

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task UseAsync(IRenderedComponent<WizardPage> page, int column, string use) =>
        page.Find($"#column-{column}").ChangeAsync(new() { Value = use });

    private async Task ReviewAsync(Guid draft) =>
        Assert.True((await Core.Service<DraftReview>().RunAsync(draft, Operator, null, default)).IsSuccess);

    private async Task<ReviewCounts> CountsAsync(Guid draft) =>
        await Core.Service<DraftReview>().CountsAsync(await DraftAsync(draft), default);

    private Task<BatchId> LaunchMappedAsync(string name, string csv) => Core.LaunchAsync(csv, draft =>
    {
        draft.Name = name;
        draft.Decide(
            [.. draft.Columns!.Select((target, index) => index == 1 ? new(ColumnUse.RequestData, "customer") : target)],
            draft.Phone,
            draft.CallDuplicates);
    });
}
