
using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>
/// Phone cells without end: numbers that fit the plans, some with a digit changed, written in every way; digits of every
/// length behind every calling code and prefix; and text that means harm. The same seed gives the same cells.
/// </summary>
internal sealed class RandomPhoneCells(int seed)
{
    private const int MaxDigits = 19;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    private static readonly Library.PhoneMetadata[] Plans =
    [
        .. Util.GetSupportedRegions().Order(StringComparer.Ordinal).Select(Util.GetMetadataForRegion),
        .. Util.GetSupportedGlobalNetworkCallingCodes().Order().Select(Util.GetMetadataForNonGeographicalRegion),
    ];

    private static readonly Library.PhoneMetadata[] Countries = [.. Plans.Where(plan => plan.Id != "001")];

    /// <summary>Every kind of line of every country and network.</summary>
    private static readonly (Library.PhoneMetadata Plan, PatternWalk Numbers)[] Lines =
    [
        .. from plan in Plans
           from lines in (Library.PhoneNumberDesc[])
           [
               plan.GeneralDesc, plan.FixedLine, plan.Mobile, plan.TollFree, plan.PremiumRate, plan.SharedCost,
               plan.PersonalNumber, plan.Voip, plan.Pager, plan.Uan, plan.Voicemail,
           ]
           where lines.HasNationalNumberPattern
           select (plan, new PatternWalk(lines.NationalNumberPattern)),
    ];

    /// <summary>What is dialled before a number, by country; some insert a carrier code, some mean much else.</summary>
    private static readonly Dictionary<string, PatternWalk[]> Prefixes = Countries.ToDictionary(
        plan => plan.Id,
        plan => (PatternWalk[])[new(plan.InternationalPrefix), new(plan.NationalPrefixForParsing)]);

    private static readonly string[] OtherPrefixes =
        ["", "0", "00", "011", "1", "8", "06", "810", "90", "0015", "00000000000"];

    private static readonly string[] Fragments =
    [
        "+", "++", "00", "0", "(", ")", " ", "-", ".", "/", ";", ",", "x", "ext. ", "tel:", "'", "=\"", "\"", "E+10",
        ".0", " or ", "\n", "\t", "\0", "911", "112", "\u00A0", "\u200B", "\u202E", "\u202A", "۲", "１２", "＋", "–",
        "𝟐", "O", "\uD83D", ";ext=", "#", "*", "N/A", "null", "é", "\uFFFF", "$", "^", "[0-9]{9}",
    ];

    private readonly Random _random = new(seed);

    /// <returns>A cell and the default country to read it by.</returns>
    public (string Cell, string Country) Next()
    {
        var (plan, numbers) = Pick(Lines);
        var country = plan.Id == "001" || _random.Next(4) == 0 ? Pick(Countries).Id : plan.Id;
        var cell = _random.Next(10) switch
        {
            < 6 => Spell(plan.CountryCode, Change(numbers.Draw(_random)), country),
            6 => $"+{plan.CountryCode}{Digits(1, 15)}",
            < 9 => $"{Prefix(country)}{Digits(1, MaxDigits)}",
            _ => HostileText(plan.CountryCode, numbers),
        };
        return (cell, country);
    }

    /// <summary>Mostly nothing; else a digit or two, which makes many a number wrong, and some right again.</summary>
    private string Change(string digits)
    {
        var changed = digits.ToCharArray();
        for (var changes = _random.Next(5) - 2; changes > 0; changes--)
            changed[_random.Next(changed.Length)] = Digit();

        return new string(changed);
    }

    private string Spell(int callingCode, string national, string country) => _random.Next(9) switch
    {
        0 => Format(callingCode, national, Library.PhoneNumberFormat.INTERNATIONAL),
        1 => Format(callingCode, national, Library.PhoneNumberFormat.NATIONAL),
        2 => Format(callingCode, national, Library.PhoneNumberFormat.RFC3966),
        3 => Punctuate($"{Prefix(country)}{callingCode}{national}"),
        4 => Punctuate($"{Prefix(country)}{national}"),
        5 => $"+{callingCode} (0) {national}",
        6 => $"{callingCode}{Prefix(country)}{national}",
        7 => national,
        _ => $"+{callingCode}{national}",
    };

    private string Prefix(string country) =>
        _random.Next(2) == 0 ? Pick(OtherPrefixes) : Pick(Prefixes[country]).Draw(_random);

    private static string Format(int callingCode, string national, Library.PhoneNumberFormat format) => Util.Format(
        new Library.PhoneNumber.Builder()
            .SetCountryCode(callingCode)
            .SetNationalNumber(ulong.Parse(national, System.Globalization.CultureInfo.InvariantCulture))
            .SetNumberOfLeadingZeros(Math.Max(0, national.AsSpan().IndexOfAnyExcept('0')))
            .Build(),
        format);

    private string Punctuate(string text)
    {
        for (var marks = _random.Next(4); marks > 0; marks--)
            text = text.Insert(_random.Next(text.Length + 1), Pick([" ", "-", ".", "(", ")"]));

        return text;
    }

    private string HostileText(int callingCode, PatternWalk numbers)
    {
        var text = _random.Next(3) == 0 ? $"+{callingCode}{numbers.Draw(_random)}" : "";
        for (var parts = _random.Next(1, 7); parts > 0; parts--)
        {
            var part = _random.Next(3) == 0 ? Digits(1, 12) : Pick(Fragments);
            text = text.Insert(_random.Next(text.Length + 1), part);
        }

        return _random.Next(1_000) == 0 ? string.Concat(Enumerable.Repeat(text, 1_000)) : text;
    }

    private string Digits(int least, int most) =>
        string.Create(_random.Next(least, most + 1), this, static (digits, cells) =>
        {
            foreach (ref var digit in digits)
                digit = cells.Digit();
        });

    private char Digit() => (char)('0' + _random.Next(10));

    private T Pick<T>(T[] choices) => choices[_random.Next(choices.Length)];
}
