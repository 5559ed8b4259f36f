using BatchDashboard.Core.PhoneNumbers;
using CsCheck;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class PhoneGatePropertyTests
{
    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();
    private static readonly PhoneGate Gate = new();

    private static readonly string[] Countries =
        ["US", "GB", "DE", "IT", "AR", "BR", "HU", "RU", "AG", "CN", "NU", "DK"];

    private static readonly Gen<PhoneRules> Rules = Gen.Select(
        Gen.OneOf<string>(Countries), Gen.Enum<NumberCheck>(), Gen.Bool,
        (country, check, tollFree) => new PhoneRules(country, check, tollFree));

    /// <summary>Real numbers of many countries, as many countries write them.</summary>
    private static readonly Gen<string> RealNumber = Gen.Select(
        Gen.OneOf<string>([.. Util.GetSupportedRegions()]),
        Gen.Enum<Library.PhoneNumberFormat>(),
        (region, format) => Util.Format(Util.GetExampleNumber(region), format));

    private static readonly Gen<string> Fragment = Gen.Frequency(
        (4, Gen.Char["0123456789"].Array[1, 12].Select(digits => new string(digits))),
        (3, Gen.OneOf<string>(
            "+", "00", "011", "0", "1", "44", "49", "(", ")", " ", "-", ".", "/", ";", ",", "x", "ext. ", "tel:",
            "'", "=\"", "\"", "E+", ".0", "or", "\n", "\t", "\0", "911", "\u00A0", "\u200B", "\u202E", "\u202A",
            "۲", "１２", "＋", "–", "𝟐", "O", "\uD83D", ";ext=", "#")),
        (2, RealNumber),
        (1, Gen.String[0, 8]));

    private static readonly Gen<string> HostileCell = Gen.Frequency(
        (8, Fragment.Array[0, 6].Select(string.Concat)),
        (3, RealNumber),
        (1, Gen.Select(RealNumber, Gen.Int[0, 20], Gen.Char.AlphaNumeric, WithOneCharacterChanged)));

    [Fact]
    public void A_hostile_cell_gets_a_number_or_a_problem_and_never_an_exception() =>
        Gen.Select(HostileCell, Rules).Sample((cell, rules) =>
        {
            var verdict = Gate.Check(cell, rules);
            return verdict.Number.HasValue == verdict.Problem is null
                && verdict.Problem is not { Message.Length: > 250 or 0 };
        }, iter: 20_000);

    [Fact]
    public void An_accepted_number_is_what_the_library_reads_from_the_cell_and_valid_when_the_check_is_strict() =>
        EveryAccepted((cell, rules, number) =>
        {
            var read = Util.Parse(Cleaned(cell), rules.DefaultCountry);
            return number.E164 == Util.Format(read, Library.PhoneNumberFormat.E164)
                && (rules.Check == NumberCheck.Strict ? Util.IsValidNumber(read) : Util.IsPossibleNumber(read));
        });

    [Fact]
    public void An_accepted_number_has_the_digits_of_the_cell_or_is_written_as_at_home() =>
        EveryAccepted((cell, _, number) =>
        {
            var read = Util.Parse(number.E164, null);
            var digits = Cleaned(cell).TrimStart('+');
            return digits.EndsWith(Util.GetNationalSignificantNumber(read), StringComparison.Ordinal)
                || digits == Cleaned(Util.Format(read, Library.PhoneNumberFormat.NATIONAL));
        });

    [Fact]
    public void Every_example_of_the_plans_is_called_or_refused_for_its_kind() =>
        Assert.All(Util.GetSupportedRegions().SelectMany(ExamplesOf), example =>
        {
            var number = Util.Format(example, Library.PhoneNumberFormat.E164);
            var expected = Util.GetNumberType(example) switch
            {
                Library.PhoneNumberType.TOLL_FREE => "toll_free",
                Library.PhoneNumberType.PREMIUM_RATE or Library.PhoneNumberType.SHARED_COST
                    or Library.PhoneNumberType.PAGER or Library.PhoneNumberType.UAN
                    or Library.PhoneNumberType.VOICEMAIL => "premium",
                _ => number,
            };

            var verdict = Gate.Check(number, new PhoneRules());

            Assert.Equal(expected, verdict.Problem?.Code ?? verdict.Number?.E164);
        });

    private static void EveryAccepted(Func<string, PhoneRules, PhoneNumber, bool> holds)
    {
        var accepted = 0;
        Gen.Select(HostileCell, Rules).Sample((cell, rules) =>
        {
            if (Gate.Check(cell, rules).Number is not { } number)
                return true;

            Interlocked.Increment(ref accepted);
            return holds(cell, rules, number);
        }, iter: 20_000);
        Assert.InRange(accepted, 1_000, 16_000);
    }

    private static IEnumerable<Library.PhoneNumber> ExamplesOf(string region) =>
        Enum.GetValues<Library.PhoneNumberType>()
            .Where(type => type != Library.PhoneNumberType.UNKNOWN)
            .Select(type => Util.GetExampleNumberForType(region, type))
            .Where(example => example is not null);

    /// <summary>The test's own idea of what a cell says: its first plus and its digits.</summary>
    private static string Cleaned(string cell)
    {
        var ascii = cell.Normalize(System.Text.NormalizationForm.FormKC);
        var digits = ascii.Where(char.IsDigit).Select(digit => (char)('0' + (int)char.GetNumericValue(digit)));
        return (ascii.Contains('+', StringComparison.Ordinal) ? "+" : "") + string.Concat(digits);
    }

    private static string WithOneCharacterChanged(string text, int at, char replacement) =>
        text[..(at % text.Length)] + replacement + text[(at % text.Length + 1)..];
}
