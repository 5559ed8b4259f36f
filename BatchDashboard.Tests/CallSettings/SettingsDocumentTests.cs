using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Tests.CallSettings;

public sealed class SettingsDocumentTests
{
    [Fact]
    public void Values_come_out_in_their_normal_form() =>
        Assert.Equal(
            """{"task":"Hi","record":true,"max_duration":12,"temperature":0.2,"model":"base"}""",
            Normal("""{"task":"Hi","record":"yes","max_duration":"12","temperature":0.2,"model":"BASE"}"""));

    [Fact]
    public void Every_error_names_its_field()
    {
        var errors = Read(
            """{"max_duration":"soon","voicemail":{"action":"dance"},"colour":"red","record":true,"tools":5}""",
            "call_objects[7]").Errors;

        Assert.Equal(
            ["max_duration", "voicemail.action", "colour", "tools"],
            errors.Select(error => error.Field!["call_objects[7].".Length..]));
        Assert.All(errors, error => Assert.StartsWith("call_objects[7].", error.Field, StringComparison.Ordinal));
        Assert.Equal(
            ["bad_setting", "bad_setting", "unknown_setting", "bad_setting"],
            errors.Select(error => error.Code));
    }

    [Fact]
    public void Retired_settings_are_left_out_and_listed()
    {
        var document = Read("""{"amd":true,"voice":"june","voice_settings":{"speed":2}}""").Value;

        Assert.Equal("""{"voice":"june"}""", document.Settings.ToJsonString());
        Assert.Equal(["amd", "voice_settings"], document.Ignored);
        Assert.Empty(Read("""{"voice":"june"}""").Value.Ignored);
    }

    [Fact]
    public void The_phone_number_is_no_setting_and_passed_over() =>
        Assert.Equal("""{"voice":"june"}""", Normal("""{"phone_number":12,"voice":"june"}"""));

    [Fact]
    public void Nulls_and_blanks_mean_not_set_except_where_null_is_a_value() =>
        Assert.Equal(
            """{"background_track":null}""",
            Normal("""{"voice":null,"language":" ","max_duration":"","background_track":null}"""));

    [Fact]
    public void Dotted_names_refine_their_object_wherever_they_stand() =>
        Assert.Equal(
            """{"voicemail":{"action":"ignore","message":"Hi"}}""",
            Normal("""{"voicemail.action":"ignore","voicemail":{"action":"hangup","message":"Hi"}}"""));

    [Fact]
    public void Data_is_kept_as_it_came() =>
        Assert.Equal(
            """{"request_data":{"a":" 1 ","b":{"c":[1,null,true]},"d":null,"e":""}}""",
            Normal("""{"request_data":{"a":" 1 ","b":{"c":[1,null,true]},"d":null,"e":""}}"""));

    [Fact]
    public void A_value_of_request_data_may_not_be_endless()
    {
        var given = new JsonObject { ["request_data"] = new JsonObject { ["note"] = new string('x', 10_001) } };

        Assert.Equal("global.request_data.note", SettingsDocument.Read(given, "global").Error.Field);
    }

    [Fact]
    public void The_given_object_is_left_alone()
    {
        var given = JsonNode.Parse("""{"voicemail":{"action":"HANGUP"},"request_data":{"a":1}}""")!.AsObject();

        _ = SettingsDocument.Read(given, "");

        Assert.Equal("""{"voicemail":{"action":"HANGUP"},"request_data":{"a":1}}""", given.ToJsonString());
    }

    [Theory]
    [InlineData("""{"task":"a","task":"b"}"""), InlineData("""{"metadata":{"x":{"y":1,"y":2}}}""")]
    [InlineData("""{"task":"\ud800"}""")]
    public void What_cannot_be_read_is_refused_instead_of_throwing(string json)
    {
        var error = Read(json, "global").Error;

        Assert.Equal("bad_setting", error.Code);
        Assert.Equal("global", error.Field);
    }

    private static string Normal(string json) => Read(json).Value.Settings.ToJsonString();

    private static Result<SettingsDocument> Read(string json, string field = "") =>
        SettingsDocument.Read(JsonNode.Parse(json)!.AsObject(), field);
}
