using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.CallSettings;

public sealed class RecipientSettingsTests
{
    private static readonly PhoneNumber Number = new("+12345678909");

    [Theory]
    [InlineData("45", "20", "10", 45), InlineData("", "20", "10", 20), InlineData("", null, "10", 10)]
    [InlineData(" ", null, null, 30)]
    public void The_row_goes_before_the_batch_the_template_and_the_default(
        string cell, string? batch, string? template, long expected)
    {
        var settings = new RecipientSettings(Minutes(batch), Layout("max_duration"), Minutes(template));

        var resolved = settings.Resolve(Number, Row(cell)).Value;

        Assert.Equal(expected, resolved.Settings["max_duration"]!.GetValue<long>());
    }

    [Fact]
    public void Defaults_of_the_catalogue_are_there_when_nobody_says_anything() =>
        Assert.Equal(
            """{"temperature":0.7,"language":"babel-en","interruption_threshold":500,"max_duration":30}""",
            Entry("{}").Settings.ToJsonString());

    [Fact]
    public void The_row_of_the_guide_gives_its_variables_to_the_prompt()
    {
        var layout = new RowLayout(
            ["phone_number", "business_name", "note", "crm"],
            [
                new ColumnTarget(ColumnUse.PhoneNumber), new ColumnTarget(ColumnUse.RequestData, "business_name"),
                new ColumnTarget(ColumnUse.Ignore), new ColumnTarget(ColumnUse.Metadata, "crm_id"),
            ]);

        var resolved = new RecipientSettings([], layout)
            .Resolve(Number, Row("12345678909", "South Bay Coffee", "x", "7")).Value;

        Assert.Equal("South Bay Coffee", resolved.Variables["business_name"]);
        Assert.Equal("+12345678909", resolved.Variables["phone_number"]);
        Assert.Equal(2, resolved.Variables.Count);
        Assert.Equal("""{"business_name":"South Bay Coffee"}""", resolved.Settings["request_data"]!.ToJsonString());
        Assert.Equal("""{"crm_id":"7"}""", resolved.Settings["metadata"]!.ToJsonString());
    }

    [Fact]
    public void Request_data_of_row_batch_and_template_are_merged()
    {
        var layout = new RowLayout(
            ["name", "date"],
            [new ColumnTarget(ColumnUse.RequestData, "name"), new ColumnTarget(ColumnUse.RequestData, "date")]);
        var settings = new RecipientSettings(
            Json("""{"request_data":{"date":"July 10","shop":"North"}}"""),
            layout,
            Json("""{"request_data":{"shop":"South","pet":"cat"}}"""));

        var variables = settings.Resolve(Number, Row("Emily", "")).Value.Variables;

        Assert.Equal("Emily", variables["name"]);
        Assert.Equal("July 10", variables["date"]);
        Assert.Equal("North", variables["shop"]);
        Assert.Equal("cat", variables["pet"]);
    }

    [Theory]
    [InlineData("short", 5)]
    [InlineData(" short ", 5)]
    [InlineData("?", 20)]
    [InlineData("", 20)]
    [InlineData("9", 9)]
    public void A_mapped_value_counts_before_the_fixed_one_and_one_that_is_left_out_does_not(string cell, int minutes)
    {
        var values = new Dictionary<string, string> { ["short"] = "5", ["?"] = "" };
        var layout = new RowLayout(["minutes"], [new ColumnTarget(ColumnUse.Setting, "max_duration", values)]);

        var resolved = new RecipientSettings(Json("""{"max_duration":20}"""), layout).Resolve(Number, Row(cell)).Value;

        Assert.Equal(minutes, resolved.Settings["max_duration"]!.GetValue<long>());
    }

    [Fact]
    public void A_blank_variable_is_known_and_blank()
    {
        var layout = new RowLayout(["name"], [new ColumnTarget(ColumnUse.RequestData, "name")]);

        Assert.Equal("", new RecipientSettings([], layout).Resolve(Number, Row("")).Value.Variables["name"]);
    }

    [Fact]
    public void An_API_entry_goes_before_the_batch_and_merges_its_data()
    {
        var resolved = Entry(
            """{"voice":"nat","voicemail":{"action":"hangup"},"request_data":{"b":3}}""",
            """
            {"voice":"june","voicemail":{"action":"leave_message","message":"Hi"},
             "request_data":{"a":"1","b":"2"},"metadata":{"m":1}}
            """);

        Assert.Equal("nat", resolved.Settings["voice"]!.GetValue<string>());
        Assert.Equal("""{"action":"hangup"}""", resolved.Settings["voicemail"]!.ToJsonString());
        Assert.Equal("""{"a":"1","b":3}""", resolved.Settings["request_data"]!.ToJsonString());
        Assert.Equal("""{"m":1}""", resolved.Settings["metadata"]!.ToJsonString());
        Assert.Equal("3", resolved.Variables["b"]);
    }

    [Fact]
    public void A_dotted_column_sets_one_part_of_the_batchs_object()
    {
        var settings = new RecipientSettings(
            Json("""{"voicemail":{"action":"leave_message","message":"Hi"}}"""),
            Layout("voicemail.action", "voicemail.sensitive"));

        var voicemail = settings.Resolve(Number, Row("Hangup", "yes")).Value.Settings["voicemail"]!;

        Assert.Equal("""{"action":"hangup","message":"Hi","sensitive":true}""", voicemail.ToJsonString());
    }

    [Fact]
    public void One_row_leaves_no_trace_in_the_next()
    {
        var settings = new RecipientSettings(
            Json("""{"voicemail":{"action":"ignore"}}"""), Layout("voicemail.action", "request_data.a"));

        _ = settings.Resolve(Number, Row("hangup", "1"));
        var second = settings.Resolve(Number, Row("", "")).Value;

        Assert.Equal("""{"action":"ignore"}""", second.Settings["voicemail"]!.ToJsonString());
        Assert.False(second.Settings.ContainsKey("request_data"));
    }

    [Fact]
    public void A_row_may_take_back_the_batchs_background_sound()
    {
        var settings = new RecipientSettings(Json("""{"background_track":"office"}"""), Layout("background_track"));

        var taken = settings.Resolve(Number, Row("null")).Value.Settings;
        var kept = settings.Resolve(Number, Row("")).Value.Settings;

        Assert.True(taken.TryGetPropertyValue("background_track", out var track) && track is null);
        Assert.Equal("office", kept["background_track"]!.GetValue<string>());
    }

    [Fact]
    public void Request_data_may_bring_its_own_phone_number_variable() =>
        Assert.Equal(
            "call the office",
            Entry("""{"request_data":{"phone_number":"call the office"}}""").Variables["phone_number"]);

    [Fact]
    public void Data_of_any_shape_becomes_text_and_its_members_have_dotted_names()
    {
        var variables = Entry(
            """
            {"request_data":{"n":1.50,"yes":true,"none":null,"list":["é"],
             "shop":{"name":"North"},"who":{"name":"Zoë"},"who.name":"flat"}}
            """).Variables;

        Assert.Equal("1.50", variables["n"]);
        Assert.Equal("true", variables["yes"]);
        Assert.Equal("", variables["none"]);
        Assert.Equal("""["é"]""", variables["list"]);
        Assert.Equal("""{"name":"Zoë"}""", variables["who"]);
        Assert.Equal("North", variables["shop.name"]);
        Assert.Equal("flat", variables["who.name"]);
    }

    [Fact]
    public void A_provider_gets_everything_but_what_we_carry_out_ourselves()
    {
        var resolved = Entry(
            """{"request_data":{"a":"1"}}""",
            """
            {"task":"Hi","retry":{"wait":60},"start_time":"2026-07-10 09:30:00+00:00","timezone":"UTC",
             "webhook":"https://example.com","webhook_events":["call"]}
            """);

        var forwarded = resolved.ForProvider();

        Assert.Equal(
            ["interruption_threshold", "language", "max_duration", "request_data", "task", "temperature"],
            forwarded.Select(entry => entry.Key).Order());
        Assert.True(resolved.Settings.ContainsKey("retry"));
    }

    [Fact]
    public void A_row_with_a_bad_setting_is_refused_by_name()
    {
        var settings = new RecipientSettings([], Layout("max_duration", "model"));

        var errors = settings.Resolve(Number, Row("soon", "huge")).Errors;

        Assert.Equal(["max_duration", "model"], errors.Select(error => error.Field));
    }

    [Fact]
    public void A_retired_column_has_no_effect()
    {
        var resolved = new RecipientSettings([], Layout("voice_id")).Resolve(Number, Row("7")).Value;

        Assert.False(resolved.Settings.ContainsKey("voice_id"));
    }

    [Theory]
    [InlineData("""["1","2"]"""), InlineData("{}"), InlineData("not json")]
    public void Data_that_does_not_fit_the_layout_is_a_broken_invariant(string data)
    {
        var settings = new RecipientSettings([], Layout("voice"));

        Assert.Throws<InvalidOperationException>(() => settings.Resolve(Number, data));
    }

    [Fact]
    public void Many_threads_share_one_resolver()
    {
        var settings = new RecipientSettings(Json("""{"request_data":{"shop":{"name":"North"}}}"""), layout: null);

        Parallel.For(0, 2_000, i =>
        {
            var variables = settings.Resolve(Number, $$$"""{"request_data":{"i":{{{i}}}}}""").Value.Variables;
            Assert.Equal($"{i}", variables["i"]);
            Assert.Equal("North", variables["shop.name"]);
        });
    }

    private static ResolvedRecipient Entry(string data, string batch = "{}") =>
        new RecipientSettings(Json(batch), layout: null).Resolve(Number, data).Value;

    private static JsonObject Minutes(string? minutes) =>
        minutes is null ? [] : Json($$"""{"max_duration":{{minutes}}}""");

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    private static RowLayout Layout(params string[] settings) =>
        new(settings, [.. settings.Select(name => new ColumnTarget(ColumnUse.Setting, name))]);

    private static string Row(params string[] cells) =>
        new JsonArray([.. cells.Select(cell => (JsonNode?)cell)]).ToJsonString();
}
