using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Tests.CallSettings;

public sealed class CallSettingCatalogTests
{
    public static TheoryData<string> EveryName =>
        [.. CallSettingCatalog.All.SelectMany(setting => setting.Parts.Prepend(setting)).Select(each => each.Name)];

    [Fact]
    public void The_catalogue_holds_exactly_the_settings_of_the_public_contract()
    {
        string[] contract =
        [
            "task", "pathway_id", "pathway_version", "persona_id", "first_sentence", "voice", "model", "language",
            "temperature", "wait_for_greeting", "interruption_threshold", "interruptibility", "block_interruptions",
            "noise_cancellation", "background_track", "pronunciation_guide", "keywords", "from", "dialing_strategy",
            "timezone", "start_time", "max_duration", "transfer_phone_number", "transfer_list", "retry", "voicemail",
            "request_data", "metadata", "dynamic_data", "tools", "record", "webhook", "webhook_events",
            "summary_prompt", "dispositions", "guard_rails", "ignore_button_press", "precall_dtmf_sequence",
        ];

        Assert.Equal(contract.Order(), CallSettingCatalog.All.Select(setting => setting.Name).Order());
        Assert.Equal(
            ["voicemail.action", "voicemail.message", "voicemail.sms", "voicemail.sensitive"],
            CallSettingCatalog.Find("voicemail")!.Parts.Select(part => part.Name));
    }

    [Fact]
    public void What_we_carry_out_ourselves_is_marked()
    {
        var ours = CallSettingCatalog.All.Where(setting => setting.CarriedOutByUs).Select(setting => setting.Name);

        Assert.Equal(["retry", "start_time", "timezone", "webhook", "webhook_events"], ours.Order());
    }

    [Theory]
    [MemberData(nameof(EveryName))]
    public void Every_setting_accepts_its_example_and_its_default(string name)
    {
        var setting = CallSettingCatalog.Find(name)!;

        Assert.NotNull(CallSettingCatalog.ParseCell(name, setting.Example).Value);
        Assert.NotNull(CallSettingCatalog.Validate(name, setting.Example, name).Value);
        if (setting.Default is { } cell) Assert.NotNull(CallSettingCatalog.ParseCell(name, cell).Value);
    }

    [Theory]
    [MemberData(nameof(EveryName))]
    public void Every_setting_keeps_its_normal_form_when_it_is_read_again(string name)
    {
        var once = CallSettingCatalog.ParseCell(name, CallSettingCatalog.Find(name)!.Example).Value;

        Assert.True(JsonNode.DeepEquals(once, CallSettingCatalog.Validate(name, once, name).Value));
    }

    [Theory]
    [MemberData(nameof(EveryName))]
    public void Every_setting_refuses_a_bad_value_and_names_itself_its_rule_and_the_field(string name)
    {
        var setting = CallSettingCatalog.Find(name)!;
        var bad = BadValueFor(setting);

        foreach (var error in new[]
        {
            CallSettingCatalog.ParseCell(name, bad).Error,
            CallSettingCatalog.Validate(name, bad, name).Error,
            CallSettingCatalog.Validate(name, setting.Type is SettingType.Boolean ? 7 : true, name).Error,
        })
        {
            Assert.Equal("bad_setting", error.Code);
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
            Assert.Contains("must be", error.Message, StringComparison.Ordinal);
            Assert.StartsWith(name, error.Field, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(EveryName))]
    public void Every_setting_is_explained_to_people_in_one_sentence(string name)
    {
        var setting = CallSettingCatalog.Find(name)!;

        Assert.EndsWith(".", setting.Help, StringComparison.Ordinal);
        Assert.DoesNotContain(". ", setting.Help, StringComparison.Ordinal);
        Assert.NotEqual(setting.Name, setting.Label);
    }

    [Theory]
    [InlineData("true", true), InlineData("TRUE", true), InlineData("Yes", true), InlineData(" 1 ", true)]
    [InlineData("false", false), InlineData("No", false), InlineData("0", false)]
    public void A_cell_says_yes_or_no_in_the_words_of_spreadsheets(string cell, bool expected) =>
        Assert.Equal(expected, CallSettingCatalog.ParseCell("record", cell).Value!.GetValue<bool>());

    [Theory]
    [InlineData("1", 1), InlineData("720", 720), InlineData(" 30.0 ", 30)]
    public void A_whole_number_may_carry_the_zero_that_a_spreadsheet_gave_it(string cell, long expected) =>
        Assert.Equal(expected, CallSettingCatalog.ParseCell("max_duration", cell).Value!.GetValue<long>());

    [Theory]
    [InlineData("0"), InlineData("721"), InlineData("30.5"), InlineData("-1"), InlineData("1,000"), InlineData("NaN")]
    [InlineData("٣٠"), InlineData("1e400"), InlineData("30 minutes")]
    public void A_number_that_breaks_its_limits_is_refused(string cell) =>
        Assert.Equal("bad_setting", CallSettingCatalog.ParseCell("max_duration", cell).Error.Code);

    [Fact]
    public void The_message_tells_the_name_the_rule_and_what_was_found()
    {
        var error = CallSettingCatalog.ParseCell("max_duration", "soon").Error;

        Assert.Equal("max_duration must be a whole number from 1 to 720 (minutes), but is \"soon\".", error.Message);
        Assert.Equal("max_duration", error.Field);
    }

    [Fact]
    public void A_message_shows_long_and_strange_values_on_one_short_line()
    {
        var message = CallSettingCatalog.ParseCell("max_duration", "a\r\nb" + new string('x', 5_000)).Error.Message;

        Assert.DoesNotContain('\n', message);
        Assert.True(message.Length < 200);
    }

    [Fact]
    public void Text_that_is_too_long_is_counted_not_shown() =>
        Assert.Equal(
            "voice must be text of at most 200 characters, but is 1,000 characters long.",
            CallSettingCatalog.ParseCell("voice", new string('x', 1_000)).Error.Message);

    [Fact]
    public void Json_values_may_come_with_their_own_type_or_as_text()
    {
        Assert.Equal(30, CallSettingCatalog.Validate("max_duration", 30, "f").Value!.GetValue<long>());
        Assert.Equal(30, CallSettingCatalog.Validate("max_duration", "30", "f").Value!.GetValue<long>());
        Assert.Equal(0.5m, CallSettingCatalog.Validate("temperature", 0.5, "f").Value!.GetValue<decimal>());
        Assert.True(CallSettingCatalog.Validate("record", "true", "f").Value!.GetValue<bool>());
        Assert.True(CallSettingCatalog.Validate("record", true, "f").Value!.GetValue<bool>());
    }

    [Fact]
    public void A_number_where_text_belongs_is_refused() =>
        Assert.Equal(
            "voice must be text of at most 200 characters, but is the number 5.",
            CallSettingCatalog.Validate("voice", 5, "global.voice").Error.Message);

    [Theory]
    [InlineData(""), InlineData("  ")]
    public void A_blank_cell_sets_nothing(string cell)
    {
        var parsed = CallSettingCatalog.ParseCell("max_duration", cell);

        Assert.True(parsed.IsSuccess);
        Assert.Null(parsed.Value);
    }

    [Fact]
    public void A_choice_may_be_written_in_any_letter_case() =>
        Assert.Equal("turbo", CallSettingCatalog.ParseCell("model", "Turbo").Value!.GetValue<string>());

    [Fact]
    public void A_list_of_words_may_be_written_with_commas_in_a_cell() =>
        Assert.Equal(
            """["Bland","South Bay"]""",
            CallSettingCatalog.ParseCell("keywords", "Bland, South Bay,").Value!.ToJsonString());

    [Fact]
    public void More_than_twenty_keywords_are_refused() =>
        Assert.Equal(
            "keywords must be a JSON list of texts with at most 20 items, but has 21 items.",
            CallSettingCatalog.ParseCell("keywords", string.Join(',', Enumerable.Range(0, 21))).Error.Message);

    [Fact]
    public void The_item_at_fault_is_named()
    {
        var error = CallSettingCatalog.Validate("keywords", new JsonArray("ok", 5), "global.keywords").Error;

        Assert.Equal("global.keywords[1]", error.Field);
        Assert.StartsWith("keywords[1] must be text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_in_a_cell_is_checked_part_by_part()
    {
        const string cell = """{"action":"dance","shout":1,"sensitive":"yes"}""";

        var errors = CallSettingCatalog.ParseCell("voicemail", cell).Errors;

        Assert.Equal(["voicemail.action", "voicemail.shout"], errors.Select(error => error.Field));
        Assert.Equal(["bad_setting", "unknown_setting"], errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}"""), InlineData("""{"a":"\ud800"}"""), InlineData("""{"a":""")]
    public void Json_that_nobody_could_read_later_is_refused_at_once(string cell) =>
        Assert.Matches("not valid JSON", CallSettingCatalog.ParseCell("metadata", cell).Error.Message);

    [Fact]
    public void A_tree_with_a_name_twice_is_refused_instead_of_throwing() =>
        Assert.Equal(
            "bad_setting",
            CallSettingCatalog.Validate("metadata", JsonNode.Parse("""{"a":1,"a":2}"""), "metadata").Error.Code);

    [Theory]
    [InlineData("voicemail.action", SettingType.Choice), InlineData("request_data.customer_name", SettingType.Any)]
    [InlineData("transfer_list.sales", SettingType.PhoneNumber), InlineData("dialing_strategy.type", SettingType.Any)]
    public void Parts_of_objects_are_found_by_dotted_names(string name, SettingType type) =>
        Assert.Equal(type, CallSettingCatalog.Find(name)!.Type);

    [Theory]
    [InlineData("voicemail.shout"), InlineData("voice.pitch"), InlineData("request_data."), InlineData(".action")]
    [InlineData("phone_number"), InlineData(""), InlineData("Voice")]
    public void Other_names_are_no_settings(string name) => Assert.Null(CallSettingCatalog.Find(name));

    [Theory]
    [InlineData("max_durations", "max_duration"), InlineData("first sentence", "first_sentence")]
    [InlineData("voicemail.actions", "voicemail.action")]
    public void An_unknown_name_is_refused_with_the_one_that_was_probably_meant(string name, string meant)
    {
        var error = CallSettingCatalog.Validate(name, 1, $"global.{name}").Error;

        Assert.Equal("unknown_setting", error.Code);
        Assert.Equal($"global.{name}", error.Field);
        Assert.Equal($"\"{name}\" is not a call setting. Did you mean {meant}?", error.Message);
    }

    [Fact]
    public void A_name_like_no_other_gets_no_suggestion() =>
        Assert.Equal(
            "\"zzzzzzzz\" is not a call setting.",
            CallSettingCatalog.ParseCell("zzzzzzzz", "1").Error.Message);

    [Fact]
    public void Retired_settings_are_accepted_without_effect()
    {
        Assert.Contains("voice_settings", CallSettingCatalog.Retired);
        Assert.DoesNotContain(CallSettingCatalog.Retired, name => CallSettingCatalog.Find(name) is not null);
        Assert.Null(CallSettingCatalog.ParseCell("amd", "anything").Value);
        Assert.Null(CallSettingCatalog.Validate("voice_id", 7, "global.voice_id").Value);
    }

    [Theory]
    [InlineData("/etc/passwd"), InlineData("../../etc/passwd"), InlineData("/dev/zero"), InlineData("Mars/Olympus")]
    [InlineData("Eastern Standard Time"), InlineData("+02:00"), InlineData("../zoneinfo/UTC")]
    [InlineData("Europe/../UTC")]
    public void A_time_zone_is_an_IANA_name_and_never_a_path(string zone) =>
        Assert.Equal("bad_setting", CallSettingCatalog.ParseCell("timezone", zone).Error.Code);

    [Theory]
    [InlineData("UTC"), InlineData("America/Argentina/Buenos_Aires"), InlineData("Etc/GMT+5"), InlineData("US/Eastern")]
    public void Time_zones_of_every_shape_are_accepted(string zone) =>
        Assert.Equal(zone, CallSettingCatalog.ParseCell("timezone", zone).Value!.GetValue<string>());

    [Theory]
    [InlineData("+1 (212) 555-0123", "+12125550123"), InlineData("12345678909", "12345678909")]
    public void A_phone_number_loses_its_punctuation(string cell, string expected) =>
        Assert.Equal(expected, CallSettingCatalog.ParseCell("from", cell).Value!.GetValue<string>());

    [Theory]
    [InlineData("1.23E+10"), InlineData("+1 412 535 abcd"), InlineData("123"), InlineData("+1234567890123456")]
    [InlineData("2125550123;2125550199"), InlineData("-12125550123")]
    public void What_only_resembles_a_phone_number_is_refused(string cell) =>
        Assert.Equal("bad_setting", CallSettingCatalog.ParseCell("transfer_phone_number", cell).Error.Code);

    [Theory]
    [InlineData("ftp://example.com"), InlineData("example.com"), InlineData("http://")]
    [InlineData("javascript:alert(1)")]
    public void A_webhook_is_an_address_on_the_web(string cell) =>
        Assert.Equal("bad_setting", CallSettingCatalog.ParseCell("webhook", cell).Error.Code);

    [Fact]
    public void Columns_are_mapped_to_settings_and_their_parts_but_not_to_what_has_a_use_of_its_own()
    {
        var names = CallSettingCatalog.Targets.Select(setting => setting.Name).ToArray();

        Assert.Contains("voicemail.action", names);
        Assert.DoesNotContain("request_data", names);
        Assert.DoesNotContain("metadata", names);
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    private static string BadValueFor(CallSetting setting) => setting.Type switch
    {
        SettingType.Text or SettingType.LongText => new string('x', setting.MaxLength + 1),
        SettingType.Keypad => "1-2-3",
        SettingType.Structure => "[1]",
        SettingType.List => """{"a":1}""",
        _ => "gibberish!",
    };

    [Theory]
    [InlineData("request_data", 31, true)]
    [InlineData("request_data", 32, false)]
    [InlineData("metadata", 60, false)]
    [InlineData("tools", 60, false)]
    public void A_value_that_is_nested_too_deep_to_be_shown_again_is_refused(string setting, int levels, bool isFine)
    {
        var nested = $"{string.Concat(Enumerable.Repeat("""{"a":""", levels))}1{new string('}', levels)}";
        var text = setting == "tools" ? $"[{nested}]" : $$"""{"x":{{nested}}}""";

        var typed = CallSettingCatalog.Validate(setting, JsonNode.Parse(text), setting);
        var cell = CallSettingCatalog.ParseCell(setting, text);

        Assert.Equal((isFine, isFine), (typed.IsSuccess, cell.IsSuccess));
        if (!isFine)
            Assert.EndsWith("nested more than 32 levels deep.", typed.Error.Message, StringComparison.Ordinal);
    }
}
