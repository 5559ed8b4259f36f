using System.Globalization;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>A calling code, such as 44, and the plans behind it; none is the start of another.</summary>
internal sealed class CallingCode
{
    /// <summary>What stands for the country of a number of no country.</summary>
    public const string NoCountry = "001";

    private const int MaxDigits = 3;

    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();
    private static readonly CallingCode?[] All = List();

    private readonly Lazy<DialPlan> _mainPlan;
    private readonly Lazy<NumberClasses?> _classes;

    private CallingCode(int value)
    {
        Value = value;
        Digits = value.ToString(CultureInfo.InvariantCulture);
        Regions = Util.GetRegionCodesForCountryCode(value);
        _mainPlan = new(() => IsOfNoCountry ? new DialPlan(Metadata(NoCountry)) : DialPlan.Of(Regions[0]));
        _classes = new(() => NumberClassCompiler.Compile(this));
    }

    public int Value { get; }

    public string Digits { get; }

    /// <summary>The countries that share the code, the main one first.</summary>
    public IReadOnlyList<string> Regions { get; }

    /// <summary>Satellite networks, international services.</summary>
    public bool IsOfNoCountry => Regions[0] == NoCountry;

    /// <summary>How numbers behind the code are read.</summary>
    public DialPlan MainPlan => _mainPlan.Value;

    /// <summary>What is known of each number behind the code; null when only the library can tell.</summary>
    public NumberClasses? Classes => _classes.Value;

    public static CallingCode Of(int value) => All[value] ?? throw new ArgumentOutOfRangeException(nameof(value));

    /// <summary>The code that <paramref name="digits"/> start with; null for none.</summary>
    public static CallingCode? AtStart(ReadOnlySpan<char> digits)
    {
        var value = 0;
        for (var length = 1; length <= Math.Min(MaxDigits, digits.Length); length++)
        {
            value = (value * 10) + digits[length - 1] - '0';
            if (value == 0 || All[value] is not null)
                return All[value];
        }

        return null;
    }

    /// <param name="region">One of <see cref="Regions"/>.</param>
    public Library.PhoneMetadata Metadata(string region) => region == NoCountry
        ? Util.GetMetadataForNonGeographicalRegion(Value)
        : Util.GetMetadataForRegion(region);

    private static CallingCode?[] List()
    {
        var all = new CallingCode?[1000];
        foreach (var value in Util.GetSupportedCallingCodes())
            all[value] = new CallingCode(value);

        return all;
    }
}
