using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class MappingTests
{
    private static readonly ColumnTarget Phone = new(ColumnUse.PhoneNumber);
    private static readonly ColumnTarget Ignored = new(ColumnUse.Ignore);

    [Theory]
    [InlineData("phone_number")]
    [InlineData("Phone Number")]
    [InlineData("PHONE")]
    [InlineData("number")]
    [InlineData("contact_number")]
    [InlineData("to_phone_number")]
    [InlineData("to")]
    [InlineData("Tel.")]
    [InlineData("mobile")]
    [InlineData("cell")]
    [InlineData("msisdn")]
    [InlineData("Telephone")]
    [InlineData("WhatsApp")]
    public void Columns_that_are_called_like_phone_numbers_are_taken_for_them(string header)
    {
        var guesses = Guess(["name", header]);
        Assert.Equal(Phone, guesses[1].Target);
        Assert.Equal("matched by name", guesses[1].Reason);
        Assert.Empty(MappingGuesser.Apply(guesses).Problems());
    }

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
    public void A_column_of_phone_numbers_without_such_a_name_is_suggested()
    {
        SourceRow[] rows =
        [
            new(2, ["Emily", "(212) 555-0123"]),
            new(3, ["Bob", ""]),
            new(4, ["Ann", "+33 1 42 68 53 00"]),
        ];
        var guesses = MappingGuesser.Guess(
            new SourcePreview(new SourceFormat(), ["who", "where"], rows),
            TinyChecks.IsSetting,
            cell => TinyChecks.Phone(cell, new()).Number is not null);
        Assert.Equal([null, Phone], guesses.Select(guess => guess.Suggestion));
        Assert.Equal("no_phone_column", Assert.Single(MappingGuesser.Apply(guesses).Problems()).Code);
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
    public void Ignored_columns_never_clash() =>
        Assert.Empty(new ColumnMapping(["a", "b", "c"], [Phone, Ignored, Ignored]).Problems());

    private static ColumnTarget Variable(string name) => new(ColumnUse.RequestData, name);

    private static IReadOnlyList<ColumnGuess> Guess(string[] headers) => MappingGuesser.Guess(
        new SourcePreview(new SourceFormat(), headers, []), TinyChecks.IsSetting, _ => false);
}
