using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.PhoneNumbers.Cells;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class BadPhoneCellTests
{
    private readonly PhoneGate _gate = new();

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var (code, sentence, cell) in BadPhoneCells.All)
                cells.Add(code, sentence, cell);

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_bad_cell_is_skipped_under_its_code_and_in_words_that_help(string code, string sentence, string cell)
    {
        var problem = _gate.Check(cell, new PhoneRules()).Problem;

        Assert.Equal(code, problem?.Code);
        Assert.Equal(sentence.Replace("{cell}", CellQuote.Of(cell), StringComparison.Ordinal), problem?.Message);
    }

    [Fact]
    public void Allowing_possible_numbers_lets_no_bad_cell_pass_but_invalid_numbers() =>
        Assert.All(BadPhoneCells.All.Where(bad => bad.Code != SkipCodes.Invalid), bad => Assert.Equal(
            bad.Code,
            _gate.Check(bad.Cell, new PhoneRules(Check: NumberCheck.Possible)).Problem?.Code));

    [Fact]
    public void Every_bad_cell_stands_in_the_table_once() =>
        Assert.Equal(BadPhoneCells.All.Count(), BadPhoneCells.All.DistinctBy(bad => bad.Cell).Count());

    [Theory]
    [InlineData("0033142685300123", "Its 00 was read as the international prefix, and +33142685300123 has digits too many; remove them.")]
    [InlineData("00 33 1 42 68 53 00 12", "Its 00 was read as the international prefix, and +3314268530012 has digits too many; remove them.")]
    [InlineData("+33142685300123", "remove the digits that do not belong to it.")]
    public void A_number_that_is_too_long_says_what_was_read_as_the_international_prefix(string cell, string words) =>
        Refusal.Of(cell, SkipCodes.Invalid, words, new PhoneRules(DefaultCountry: "DE"));

    [Fact]
    public void A_number_that_is_far_too_short_is_called_too_short() =>
        Refusal.Of("12345", SkipCodes.Invalid, "is too short for a phone number", new PhoneRules());

    [Fact]
    public void An_empty_cell_is_blank() =>
        Refusal.Of("", SkipCodes.Blank, "The cell is empty; fill in a phone number.");

    [Fact]
    public void The_message_quotes_a_stranger_short_and_with_nothing_hidden()
    {
        var cell = "\u202Ea\0\u200B\r\u0301" + new string('z', 10_000);

        var message = _gate.Check(cell, new PhoneRules()).Problem?.Message;

        Assert.StartsWith("“\\u202Ea\\u0000\\u200B\\r\\u0301zzz", message, StringComparison.Ordinal);
        Assert.InRange(message!.IndexOf("…” ", StringComparison.Ordinal), 50, 61);
    }
}
