using BatchDashboard.Core.PhoneNumbers;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Benchmarks.PhoneNumbers;

/// <summary>The phone column of a file, as a customer might send it, and the rules it is read by.</summary>
internal sealed record PhoneList(string Name, PhoneRules Rules, string[] Cells)
{
    private const int Rows = 100_000;
    private const int Seed = 20261124;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    private static readonly Library.PhoneNumberType[] OrdinaryLines =
    [
        Library.PhoneNumberType.FIXED_LINE, Library.PhoneNumberType.MOBILE,
        Library.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    ];

    private static readonly string[] Garbage =
    [
        "N/A", "", "-", "unknown", "Jane Doe", "jane@example.com", "2026-11-24", "call me", "1.21256E+10",
        "12125550123.0", "212-555-0123 ext. 45", "2125550123;2125550199", "212-555-0123 or 212-555-0199", "555-0123",
        "+999123456789", "1-800-FLOWERS", "911", "12", "0000000000", "99999999999999999999", "+1 212 555 01234",
        "$1,200.00", "#REF!", "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod",
    ];

    public static IEnumerable<PhoneList> All()
    {
        yield return List("+1 in E.164", "US", random => E164(Ordinary(random, "US")));
        yield return List("ten countries, mixed formats", "US", Mixed);
        foreach (var country in (string[])["US", "GB", "DE", "FR", "IN", "BR", "JP", "CN"])
            yield return List($"{country} as written at home", country, random => AtHome(Ordinary(random, country)));

        yield return List("garbage", "US", random => Pick(random, Garbage));
    }

    private static PhoneList List(string name, string country, Func<Random, string> cell)
    {
        var random = new Random(Seed);
        var rules = new PhoneRules(country, AllowTollFree: true);
        return new PhoneList(name, rules, [.. Enumerable.Range(0, Rows).Select(_ => cell(random))]);
    }

    /// <summary>Nine in ten are valid numbers; half of these are American.</summary>
    private static string Mixed(Random random)
    {
        string[] abroad = ["CA", "GB", "DE", "FR", "ES", "IT", "AU", "IN", "MX"];
        var country = random.Next(2) == 0 ? "US" : Pick(random, abroad);
        var number = Ordinary(random, country);
        return random.Next(20) switch
        {
            0 => Pick(random, Garbage),
            1 => E164(number)[..^1],
            < 8 => E164(number),
            < 11 => E164(number)[1..],
            < 16 when country == "US" => AtHome(number),
            < 18 when country == "US" => AtHome(number).Replace("(", "", StringComparison.Ordinal).Replace(") ", "."),
            _ => Util.Format(number, Library.PhoneNumberFormat.INTERNATIONAL),
        };
    }

    /// <summary>An example of the country's plan with its last digits drawn anew until it is valid again.</summary>
    private static Library.PhoneNumber Ordinary(Random random, string country)
    {
        while (true)
        {
            var example = Util.GetExampleNumberForType(country, Pick(random, OrdinaryLines));
            if (example is null)
                continue;

            var digits = Util.GetNationalSignificantNumber(example).ToCharArray();
            for (var at = random.Next(1, 5); at < digits.Length; at++)
                digits[at] = (char)('0' + random.Next(10));

            var number = Util.Parse($"+{example.CountryCode}{new string(digits)}", null);
            if (OrdinaryLines.Contains(Util.GetNumberType(number)))
                return number;
        }
    }

    private static string E164(Library.PhoneNumber number) => Util.Format(number, Library.PhoneNumberFormat.E164);

    private static string AtHome(Library.PhoneNumber number) => Util.Format(number, Library.PhoneNumberFormat.NATIONAL);

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
