using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports.Columns;

public sealed class GuessingTests
{
    private static readonly PhoneGate Gate = new();

    private static readonly ColumnTarget Phone = new(ColumnUse.PhoneNumber);

    [Theory]
    [InlineData("phone_number")]
    [InlineData("Phone Number")]
    [InlineData("PhoneNumber")]
    [InlineData("phoneNumber")]
    [InlineData("phone-number")]
    [InlineData(" PHONE_NUMBER ")]
    [InlineData("\uFEFFphone_number")]
    [InlineData("Number (Phone)")]
    [InlineData("ｐｈｏｎｅ")]
    [InlineData("PHONE")]
    [InlineData("number")]
    [InlineData("contact_number")]
    [InlineData("contactNumber")]
    [InlineData("to_phone_number")]
    [InlineData("to")]
    [InlineData("Tel.")]
    [InlineData("Tel. No.")]
    [InlineData("mobile")]
    [InlineData("Mobile Phone")]
    [InlineData("phone mobile")]
    [InlineData("cell")]
    [InlineData("cellPhone")]
    [InlineData("msisdn")]
    [InlineData("MSISDN")]
    [InlineData("Telephone")]
    [InlineData("WhatsApp")]
    [InlineData("E164")]
    [InlineData("Telefonnummer")]
    [InlineData("Telefon-Nr.")]
    [InlineData("Rufnummer")]
    [InlineData("HANDYNUMMER")]
    [InlineData("Téléphone")]
    [InlineData("Numéro de téléphone")]
    [InlineData("numero de telefono")]
    [InlineData("Teléfono")]
    [InlineData("Móvil")]
    [InlineData("Celular")]
    [InlineData("telemóvel")]
    [InlineData("Cellulare")]
    [InlineData("telefoonnummer")]
    [InlineData("Numer telefonu")]
    [InlineData("Telefon numarası")]
    [InlineData("Номер телефона")]
    [InlineData("ТЕЛЕФОН")]
    [InlineData("Τηλέφωνο")]
    [InlineData("رقم الهاتف")]
    [InlineData("טלפון")]
    [InlineData("फ़ोन")]
    [InlineData("电话号码")]
    [InlineData("手机")]
    [InlineData("電話番号")]
    [InlineData("携帯電話")]
    [InlineData("전화번호")]
    [InlineData("số điện thoại")]
    public void Names_of_phone_numbers_are_known_in_many_spellings_and_languages(string header)
    {
        var guess = Guess(["name", header])[1];
        Assert.Equal((Phone, "matched by name"), (guess.Target, guess.Reason));
    }

    [Theory]
    [InlineData("customer phone")]
    [InlineData("Phone 1")]
    [InlineData("Home_Phone")]
    [InlineData("client mobile")]
    [InlineData("phone_nmber")]
    public void A_name_that_is_nearly_one_of_a_phone_number_is_offered_and_taken_once_the_values_agree(string header)
    {
        var offered = Guess(["name", header])[1];
        Assert.Equal((ColumnUse.RequestData, Phone), (offered.Target.Use, offered.Suggestion));

        var taken = Guess(["name", header], ["Ann", "+12125550123"], ["Bob", "+12125550124"])[1];
        Assert.Equal(Phone, taken.Target);
        Assert.EndsWith("100 % of its values look like phone numbers", taken.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("customer_name")]
    [InlineData("to do")]
    [InlineData("total")]
    [InlineData("cellar")]
    [InlineData("tool")]
    [InlineData("telegram")]
    [InlineData("house number")]
    [InlineData("order_number")]
    [InlineData("postcode")]
    [InlineData("")]
    [InlineData("!!!")]
    public void Other_names_are_variables(string header)
    {
        var guess = Guess(["phone_number", header])[1];
        Assert.Equal((ColumnUse.RequestData, null), (guess.Target.Use, guess.Suggestion));
    }

    [Theory]
    [InlineData("webhook", "webhook")]
    [InlineData("Webhook URL", "webhook")]
    [InlineData("callbackUrl", "webhook")]
    [InlineData("timezone", "timezone")]
    [InlineData("Time Zone", "timezone")]
    [InlineData("tz", "timezone")]
    [InlineData("Zeitzone", "timezone")]
    [InlineData("часовой пояс", "timezone")]
    [InlineData("start_time", "start_time")]
    [InlineData("startTime", "start_time")]
    [InlineData("Scheduled at", "start_time")]
    [InlineData("from", "from")]
    [InlineData("Caller ID", "from")]
    [InlineData("voice", "voice")]
    [InlineData("Stimme", "voice")]
    [InlineData("Language", "language")]
    [InlineData("locale", "language")]
    [InlineData("Sprache", "language")]
    [InlineData("langauge", "language")]
    [InlineData("max_duration", "max_duration")]
    [InlineData("duration max", "max_duration")]
    [InlineData("first sentence", "first_sentence")]
    [InlineData("Greeting", "first_sentence")]
    [InlineData("transfer number", "transfer_phone_number")]
    [InlineData("voicemail_action", "voicemail.action")]
    [InlineData("record", "record")]
    public void A_call_setting_is_offered_by_its_names_and_never_taken_by_itself(string header, string setting)
    {
        var guess = Guess(["phone_number", header])[1];
        Assert.Equal(ColumnUse.RequestData, guess.Target.Use);
        Assert.Equal(new ColumnTarget(ColumnUse.Setting, setting), guess.Suggestion);
    }

    [Fact]
    public void What_a_file_of_rejected_rows_says_about_them_is_no_data_of_theirs()
    {
        string[] headers = ["phone", "name", "row_number", "error_column", "error_code", "error_message", "rejected_value"];

        Assert.Equal(
            [ColumnUse.PhoneNumber, ColumnUse.RequestData, .. Enumerable.Repeat(ColumnUse.Ignore, 5)],
            Guess(headers).Select(guess => guess.Target.Use));
        Assert.Equal(ColumnUse.RequestData, Guess(["phone", "row_number"])[1].Target.Use);
    }

    [Fact]
    public void Not_even_values_that_fit_apply_a_setting()
    {
        var guess = Guess(["phone", "webhook"], ["+12125550123", "https://example.com/1"])[1];
        Assert.Equal(new ColumnTarget(ColumnUse.RequestData, "webhook"), guess.Target);
        Assert.Equal("has the name of a call setting, and 100 % of its values fit", guess.Reason);
    }

    [Theory]
    [InlineData("max_duration", "long")]
    [InlineData("webhook", "yes")]
    [InlineData("start_time", "in the morning")]
    public void A_setting_none_of_whose_values_fits_is_not_offered_whatever_the_column_is_called(string header, string value) =>
        Assert.Null(Guess(["phone", header], ["+12125550123", value])[1].Suggestion);

    [Theory]
    [InlineData("voicemail", "leave_message", "voicemail.action")]
    [InlineData("voicemail", "leave a message", "voicemail.action")]
    [InlineData("voicemail", """{"action":"hangup"}""", "voicemail")]
    [InlineData("record", "aye", "record")]
    [InlineData("timezone", "Eastern", "timezone")]
    public void Words_that_can_be_mapped_to_the_choices_of_a_setting_are_no_reason_against_it(string header, string value, string setting) =>
        Assert.Equal(new ColumnTarget(ColumnUse.Setting, setting), Guess(["phone", header], ["+12125550123", value])[1].Suggestion);

    [Fact]
    public void A_setting_whose_values_do_not_fit_is_not_offered_for_a_name_that_is_only_like_it()
    {
        Assert.NotNull(Guess(["phone", "time zones"], ["+12125550123", "Europe/Berlin"])[1].Suggestion);
        Assert.Null(Guess(["phone", "time zones"], ["+12125550123", "the usual"])[1].Suggestion);
    }

    [Theory]
    [InlineData("(212) 555-0123", ContentKind.PhoneNumber)]
    [InlineData("2125550123", ContentKind.PhoneNumber)]
    [InlineData("442079460958", ContentKind.PhoneNumber)]
    [InlineData("030 1234567", ContentKind.PhoneNumber)]
    [InlineData("01 42 68 53 00", ContentKind.PhoneNumber)]
    [InlineData("'+12125550123", ContentKind.PhoneNumber)]
    [InlineData("https://example.com", ContentKind.Url)]
    [InlineData("ann@example.com", ContentKind.Email)]
    [InlineData("America/Argentina/Buenos_Aires", ContentKind.TimeZone)]
    [InlineData("2026-07-10", ContentKind.DateTime)]
    [InlineData("2026-07-10T09:30:00Z", ContentKind.DateTime)]
    [InlineData("10/07/2026", ContentKind.DateTime)]
    [InlineData("01.02.2026", ContentKind.DateTime)]
    [InlineData("12.50", ContentKind.Number)]
    [InlineData("1,234,567.89", ContentKind.Number)]
    [InlineData("10001", ContentKind.Number)]
    [InlineData("1000000001", ContentKind.Number)]
    [InlineData("Yes", ContentKind.YesNo)]
    [InlineData("Ja", ContentKind.YesNo)]
    [InlineData("A/B", ContentKind.Text)]
    [InlineData("Sarah H", ContentKind.Text)]
    public void What_a_column_holds_is_told_by_its_values(string value, ContentKind kind) =>
        Assert.Equal(new ColumnContent(kind, 100), Guess(["phone_number", "x"], ["", value])[1].Content);

    [Fact]
    public void Phone_numbers_under_another_name_are_offered_with_their_share()
    {
        var guesses = Guess(
            ["who", "where"],
            [.. Enumerable.Range(0, 49).Select(row => new[] { "Ann", $"(212) 555-01{row:00}" }), ["Bob", "ask her"]]);
        Assert.Equal([null, Phone], guesses.Select(guess => guess.Suggestion));
        Assert.Equal("98 % of its values look like phone numbers", guesses[1].Reason);
    }

    [Fact]
    public void Time_zones_under_another_name_are_offered() => Assert.Equal(
        new ColumnTarget(ColumnUse.Setting, "timezone"),
        Guess(["phone", "area"], ["+12125550123", "Europe/Berlin"])[1].Suggestion);

    [Fact]
    public void A_vague_name_gives_way_to_a_column_whose_values_are_numbers_to_call()
    {
        var guesses = Guess(["number", "mobile"], ["1", "+12125550123"], ["2", "+12125550124"]);
        Assert.Equal([ColumnUse.RequestData, ColumnUse.PhoneNumber], guesses.Select(guess => guess.Target.Use));

        var alone = Guess(["number", "name"], ["1", "Ann"], ["2", "Bob"])[0];
        Assert.Equal((ColumnUse.RequestData, Phone), (alone.Target.Use, alone.Suggestion));
        Assert.Contains("few of its values", alone.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_target_goes_to_one_column()
    {
        var guesses = Guess(["mobile", "phone", "webhook", "callback url", "voicemail.action", "voicemail action"]);
        Assert.Equal(1, guesses.Count(guess => guess.Target == Phone));
        Assert.Equal("phone", guesses.Single(guess => guess.Target == Phone).Header);
        Assert.Equal(["webhook"], guesses.Where(guess => guess.Suggested).Select(guess => guess.Header));
    }

    private static IReadOnlyList<ColumnGuess> Guess(string[] headers, params string[][] rows) => MappingGuesser.Guess(
        headers,
        [.. rows.Select((fields, index) => new SourceRow(index + 2, fields))],
        cell => Gate.Check(cell, new PhoneRules()).Number is not null);
}
