using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>
/// Phone cells without end: real numbers with some digits changed, written in every way, digits of every length behind
/// every calling code and prefix, and text that means harm. The same seed gives the same cells.
/// </summary>
internal sealed class RandomPhoneCells(int seed)
{
    private const int MaxDigits = 19;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    private static readonly string[] Countries =
        [.. Util.GetSupportedRegions().Order(StringComparer.Ordinal)];

    private static readonly int[] CallingCodes = [.. Util.GetSupportedCallingCodes().Order()];

    /// <summary>Every kind of line of every country and network.</summary>
    private static readonly Library.PhoneNumber[] Examples =
    [
        .. from country in Countries
           from type in Enum.GetValues<Library.PhoneNumberType>()
           where type != Library.PhoneNumberType.UNKNOWN
           let example = Util.GetExampleNumberForType(country, type)
           where example is not null
           select example,
        .. Util.GetSupportedGlobalNetworkCallingCodes().Order().Select(Util.GetExampleNumberForNonGeoEntity),
    ];

    private static readonly string[] Prefixes =
        ["", "0", "00", "011", "1", "8", "06", "810", "001", "90", "15", "0015", "00000000000"];

    private static readonly string[] Fragments =
    [
        "+", "++", "00", "0", "(", ")", " ", "-", ".", "/", ";", ",", "x", "ext. ", "tel:", "'", "=\"", "\"", "E+10",
        ".0", " or ", "\n", "\t", "\0", "911", "112", "\u00A0", "\u200B", "\u202E", "\u202A", "۲", "１２", "＋", "–",
        "𝟐", "O", "\uD83D", ";ext=", "#", "*", "N/A", "null", "é", "\uFFFF", "$", "^", "[0-9]{9}",
    ];

    private readonly Random _random = new(seed);

    /// <returns>A cell and the default country to read it by.</returns>
    public (string Cell, string Country) Next() => _random.Next(10) switch
    {
        < 4 => RealNumber(),
        < 6 => (Write($"+{Pick(CallingCodes)}{Digits(1, 15)}"), Pick(Countries)),
        < 9 => (Write($"{Pick(Prefixes)}{Digits(1, MaxDigits)}"), Pick(Countries)),
        _ => (HostileText(), Pick(Countries)),
    };

    private (string Cell, string Country) RealNumber()
    {
        var example = Pick(Examples);
        var digits = Util.GetNationalSignificantNumber(example).ToCharArray();
        for (var changes = _random.Next(5); changes > 0; changes--)
            digits[_random.Next(digits.Length)] = Digit();

        var national = new string(digits);
        var home = Util.GetRegionCodeForCountryCode(example.CountryCode);
        var country = _random.Next(4) == 0 || home == "001" ? Pick(Countries) : home;
        return (Spell(example.CountryCode, national), country);
    }

    private string Spell(int callingCode, string national) => _random.Next(8) switch
    {
        0 => Format(callingCode, national, Library.PhoneNumberFormat.INTERNATIONAL),
        1 => Format(callingCode, national, Library.PhoneNumberFormat.NATIONAL),
        2 => Format(callingCode, national, Library.PhoneNumberFormat.RFC3966),
        3 => Write($"{Pick(Prefixes)}{callingCode}{national}"),
        4 => Write($"{Pick(Prefixes)}{national}"),
        5 => $"+{callingCode} (0) {national}",
        6 => $"{callingCode}{Pick(Prefixes)}{national}",
        _ => $"+{callingCode}{national}",
    };

    private static string Format(int callingCode, string national, Library.PhoneNumberFormat format) => Util.Format(
        new Library.PhoneNumber.Builder()
            .SetCountryCode(callingCode)
            .SetNationalNumber(ulong.Parse(national, System.Globalization.CultureInfo.InvariantCulture))
            .SetNumberOfLeadingZeros(Math.Max(0, national.AsSpan().IndexOfAnyExcept('0')))
            .Build(),
        format);

    /// <summary>Mostly as it is; else with a mark or two between.</summary>
    private string Write(string text)
    {
        for (var marks = _random.Next(5) - 2; marks > 0; marks--)
            text = text.Insert(_random.Next(text.Length + 1), Pick([" ", "-", ".", "(", ")"]));

        return text;
    }

    private string HostileText()
    {
        var text = _random.Next(3) == 0 ? RealNumber().Cell : "";
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
