using System.Text.Json;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Tests.Imports;

public sealed class MappingTests
{
    private static readonly ColumnTarget Phone = new(ColumnUse.PhoneNumber);
    private static readonly ColumnTarget Ignored = new(ColumnUse.Ignore);

    [Fact]
    public void The_best_name_wins_and_the_others_stay_variables()
    {
        var guesses = Guess(["mobile", "phone", "phone_number", "request_data.phone"]);
        Assert.Equal(
            [Variable("mobile"), Variable("phone"), Phone, Variable("phone_2")],
            guesses.Select(guess => guess.Target));
    }

    [Fact]
    public void Dotted_headers_are_what_they_say()
    {
        var guesses = Guess(
            ["phone_number", "request_data.plan", "metadata.crm_id", "voicemail.action", "address.street"]);
        Assert.Equal(
            [
                Phone,
                Variable("plan"),
                new ColumnTarget(ColumnUse.Metadata, "crm_id"),
                new ColumnTarget(ColumnUse.Setting, "voicemail.action"),
                Variable("address_street"),
            ],
            guesses.Select(guess => guess.Target));
    }

    [Fact]
    public void A_call_setting_is_only_ever_suggested()
    {
        var webhook = Guess(["phone_number", "webhook"])[1];
        Assert.True(webhook.Suggested);
        Assert.Equal(Variable("webhook"), webhook.Target);
        Assert.Equal(new ColumnTarget(ColumnUse.Setting, "webhook"), webhook.Suggestion);
    }

    [Fact]
    public void A_file_without_a_name_of_a_phone_number_has_no_phone_column()
    {
        var problem = Assert.Single(MappingGuesser.Apply(Guess(["who", "where"])).FindProblems());
        Assert.Equal("no_phone_column", problem.Error.Code);
        Assert.Empty(problem.Columns);
    }

    [Fact]
    public void Everything_but_the_phone_number_can_be_made_request_data_at_once()
    {
        var mapping = new ColumnMapping(
            ["phone", "customer name", "webhook", "junk", "request_data.plan"],
            [Phone, Ignored, new(ColumnUse.Setting, "webhook"), Ignored, Ignored]);
        Assert.Equal(
            [Phone, Variable("customer_name"), Variable("webhook"), Variable("junk"), Variable("plan")],
            mapping.MapAllToRequestData().Targets);
    }

    [Fact]
    public void Names_that_were_edited_stay_when_everything_becomes_request_data()
    {
        var mapping = new ColumnMapping(
            ["phone", "first", "customer", "Customer ", "gone"],
            [Phone, Variable("customer"), new(ColumnUse.Metadata, "crm"), Variable("client"), Ignored]);

        Assert.Equal(
            [Phone, Variable("customer"), Variable("customer_2"), Variable("client"), Variable("gone")],
            mapping.MapAllToRequestData().Targets);
        Assert.Equal(
            [Phone, Variable("customer"), new(ColumnUse.Metadata, "crm"), Variable("client"), Variable("gone")],
            mapping.MapUnusedToRequestData().Targets);
    }

    [Fact]
    public void A_clash_is_settled_by_keeping_one_of_the_columns()
    {
        var phones = new ColumnMapping(["phone", "mobile", "x"], [Phone, Phone, Variable("phone")]);
        Assert.Equal([Variable("phone_2"), Phone, Variable("phone")], phones.KeepAt(1).Targets);

        var names = new ColumnMapping(["a", "b", "c"], [Variable("name"), Variable("Name"), Phone]);
        Assert.Equal([Variable("name"), Variable("b"), Phone], names.KeepAt(0).Targets);
    }

    [Fact]
    public void Problems_tell_the_columns_they_are_about()
    {
        var problems = new ColumnMapping(
            ["a", "b", "c", "c"], [Phone, Variable("x y"), Phone, Variable("")]).FindProblems();
        Assert.Equal(["0,2", "1", "3"], problems.Select(problem => string.Join(',', problem.Columns)));
    }

    [Fact]
    public void Problems_name_targets_used_twice_and_bad_variable_names()
    {
        var mapping = new ColumnMapping(
            ["a", "b", "c", "d", "e"],
            [Phone, Phone, Variable("name"), Variable("Name"), Variable("first name")]);
        var problems = mapping.Problems();
        Assert.Equal(
            [
                ("target_used_twice", "phone_number"),
                ("target_used_twice", "request_data.name"),
                ("bad_variable_name", "e"),
            ],
            problems.Select(problem => (problem.Code, problem.Field!)));
        Assert.Contains("first_name", problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_stored_before_values_could_be_mapped_is_read()
    {
        const string Stored = """{"Use":4,"Name":"voice"}""";
        Assert.Equal(new ColumnTarget(ColumnUse.Setting, "voice"), JsonSerializer.Deserialize<ColumnTarget>(Stored));
    }

    [Fact]
    public void A_value_that_is_mapped_counts_instead_of_the_cell()
    {
        var target = new ColumnTarget(
            ColumnUse.Setting, "model", new Dictionary<string, string> { ["Turbo!"] = "turbo", ["?"] = "" });
        Assert.Equal(["turbo", "", "base"], new[] { " Turbo! ", "?", "base" }.Select(target.ValueOf));
    }

    [Fact]
    public void Ignored_columns_never_clash() =>
        Assert.Empty(new ColumnMapping(["a", "b", "c"], [Phone, Ignored, Ignored]).Problems());

    private static ColumnTarget Variable(string name) => new(ColumnUse.RequestData, name);

    private static IReadOnlyList<ColumnGuess> Guess(string[] headers) => MappingGuesser.Guess(headers, [], _ => false);
}
