using BatchDashboard.Core;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Tests.Imports;

public sealed class ApiMappingTests
{
    private static readonly ColumnTarget Phone = new(ColumnUse.PhoneNumber);

    [Fact]
    public void Unnamed_columns_are_the_phone_number_what_their_dots_say_or_request_data() => Assert.Equal(
        [
            new(ColumnUse.RequestData, "customer_name"),
            Phone,
            new(ColumnUse.RequestData, "plan"),
            new(ColumnUse.Setting, "voicemail.action"),
            new(ColumnUse.RequestData, "webhook"),
            new(ColumnUse.RequestData, "column_6"),
        ],
        Map(["customer_name", " Phone", "request_data.plan", "voicemail.action", "webhook", ""]).Value.Targets);

    [Fact]
    public void Named_columns_are_what_they_are_named() => Assert.Equal(
        [
            Phone,
            new(ColumnUse.RequestData, "first_name"),
            new(ColumnUse.RequestData, "who"),
            new(ColumnUse.Metadata, "crm_id"),
            new(ColumnUse.Setting, "voice"),
            new(ColumnUse.Setting, "voicemail.message"),
            new(ColumnUse.Ignore),
            new(ColumnUse.RequestData, "phone"),
        ],
        Map(
            ["the number", "first name", "last", "crm_id", "speaker", "greeting", "internal note", "phone"],
            ("the number", "phone_number"),
            ("first name", "request_data"),
            ("last", "request_data.who"),
            ("crm_id", "metadata"),
            ("speaker", "voice"),
            ("greeting", "voicemail.message"),
            ("internal note", "ignore")).Value.Targets);

    [Fact]
    public void A_column_that_is_named_as_a_part_of_the_data_is_the_same_as_one_mapped_to_it_by_hand()
    {
        var named = new Dictionary<string, string> { ["name"] = "request_data.x", ["id"] = "metadata.crm_id" };

        var mapping = ColumnMapping.FromApi(
            ["phone_number", "name", "id"], named, name => CallSettingCatalog.Find(name) is not null).Value;

        Assert.Equal([Phone, new(ColumnUse.RequestData, "x"), new(ColumnUse.Metadata, "crm_id")], mapping.Targets);
    }

    [Fact]
    public void A_header_with_spaces_is_an_error_that_shows_the_way_out()
    {
        var error = Map(["phone_number", "customer name"]).Error;
        Assert.Equal(("header_has_spaces", "customer name"), (error.Code, error.Field));
        Assert.Contains("'customer_name'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_the_file_does_not_have_is_named()
    {
        var error = Map(["phone_number", "name"], ("nmae", "ignore")).Error;
        Assert.Equal(("unknown_column", "column_mapping.nmae"), (error.Code, error.Field));
    }

    [Fact]
    public void A_target_that_does_not_exist_is_named() => Assert.Contains(
        "'vioce'", Map(["phone_number", "name"], ("name", "vioce")).Error.Message, StringComparison.Ordinal);

    [Fact]
    public void A_variable_with_a_space_is_refused() => Assert.Equal(
        "bad_variable_name", Map(["phone_number", "name"], ("name", "request_data.first name")).Error.Code);

    [Theory]
    [InlineData("no_phone_column", "name", "city")]
    [InlineData("no_phone_column", "request_data.phone", "city")]
    [InlineData("target_used_twice", "mobile", "phone")]
    [InlineData("target_used_twice", "phone_number", "Phone_Number")]
    public void It_must_be_clear_which_column_is_called(string code, string first, string second) =>
        Assert.Equal(code, Map([first, second]).Error.Code);

    [Fact]
    public void The_proper_name_beats_its_aliases() => Assert.Equal(
        [new(ColumnUse.RequestData, "mobile"), Phone],
        Map(["mobile", "phone_number"]).Value.Targets);

    [Fact]
    public void A_header_that_stands_there_twice_can_be_named_by_its_clean_name() => Assert.Equal(
        [Phone, new(ColumnUse.Ignore), new ColumnTarget(ColumnUse.RequestData, "nick")],
        Map(["phone", "a b", "a b"], ("a b", "ignore"), ("a_b_2", "request_data.nick")).Value.Targets);

    private static Result<ColumnMapping> Map(string[] headers, params (string Header, string Target)[] named) =>
        ColumnMapping.FromApi(headers, named.ToDictionary(), TinyChecks.IsSetting);
}
