using System.Collections.Frozen;
using BatchDashboard.Core.PhoneNumbers.Automata;
using BatchDashboard.Core.PhoneNumbers.Cells;
using Library = global::PhoneNumbers;
using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>
/// How a country dials: what it puts before its own numbers and before those of others. Takes both off, as libphonenumber
/// does, and says when only the library can tell.
/// </summary>
internal sealed class DialPlan
{
    private const int MinNationalDigits = 2;
    private const int MaxUnreadableDigits = 2;

    /// <summary>The library remembers no more than ten.</summary>
    private const string TooManyZeros = "00000000000";

    private static readonly FrozenDictionary<string, Lazy<DialPlan>> Plans = Library.PhoneNumberUtil.GetInstance()
        .GetSupportedRegions()
        .ToFrozenDictionary(
            region => region,
            region => new Lazy<DialPlan>(() => new(Library.PhoneNumberUtil.GetInstance().GetMetadataForRegion(region))),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the pattern of its numbers was not understood.</summary>
    private readonly DigitAutomaton? _numbers;
    private readonly DigitPrefix? _trunk;
    private readonly DigitPrefix _abroad;

    public DialPlan(Library.PhoneMetadata metadata)
    {
        Metadata = metadata;
        Region = metadata.Id;
        CallingCode = CallingCode.Of(metadata.CountryCode);
        Trunk = metadata.NationalPrefix.Replace("~", "", StringComparison.Ordinal);
        Fits = PlanLengths.FitsOf(metadata.GeneralDesc);
        _trunk = metadata.HasNationalPrefixForParsing
            ? new DigitPrefix(metadata.NationalPrefixForParsing, metadata.HasNationalPrefixTransformRule)
            : null;
        _abroad = new DigitPrefix(metadata.InternationalPrefix, captureMatters: false);
        _numbers = DigitAutomaton.OfPattern(metadata.GeneralDesc.NationalNumberPattern);
    }

    public Library.PhoneMetadata Metadata { get; }

    /// <summary>ISO 3166 alpha-2, or <see cref="CallingCode.NoCountry"/>.</summary>
    public string Region { get; }

    public CallingCode CallingCode { get; }

    /// <summary>The prefix inside the country, <c>0</c> in most; empty where there is none.</summary>
    public string Trunk { get; }

    /// <summary>What a number is as far as its length tells, by length.</summary>
    public IReadOnlyList<PlanFit> Fits { get; }

    /// <param name="alpha2">ISO 3166 alpha-2, in any letter case; an unknown one is a broken invariant and throws.</param>
    public static DialPlan Of(string alpha2) => Plans.TryGetValue(alpha2, out var plan)
        ? plan.Value
        : throw new ArgumentException($"No numbering plan is known for the country '{alpha2}'.", nameof(alpha2));

    /// <summary>How many digits at the start are what is dialled here before numbers of other countries.</summary>
    public int PrefixAbroad(ReadOnlySpan<char> digits) => Math.Max(0, _abroad.LengthAtStart(digits));

    /// <summary>Reads a text that was written in this country.</summary>
    /// <returns>False when only the library can tell.</returns>
    public bool TryParse(DialText text, out ParsedNumber number)
    {
        number = default;
        var digits = text.Digits;
        if (text.HasPlus)
            return TryParseAbroad(digits, Source.FROM_NUMBER_WITH_PLUS_SIGN, out number);

        var abroad = _abroad.LengthAtStart(digits);
        if (abroad is 0 or DigitPrefix.Unsure || _numbers is null)
            return false;

        if (abroad > 0 && (abroad == digits.Length || digits[abroad] != '0'))
            return TryParseAbroad(digits[abroad..], Source.FROM_NUMBER_WITH_IDD, out number);

        if (!digits.StartsWith(CallingCode.Digits))
            return TryParseNational(digits, Source.FROM_DEFAULT_COUNTRY, out number);

        var rest = digits[CallingCode.Digits.Length..];
        if (!TryStripTrunk(ref rest))
            return false;

        return Fits[digits.Length] == PlanFit.TooLong || (!IsNumber(digits) && IsNumber(rest))
            ? CallingCode.MainPlan.TryParseNational(rest, Source.FROM_NUMBER_WITHOUT_PLUS_SIGN, out number)
            : TryParseNational(digits, Source.FROM_DEFAULT_COUNTRY, out number);
    }

    /// <param name="digits">From the calling code on.</param>
    private static bool TryParseAbroad(ReadOnlySpan<char> digits, Source source, out ParsedNumber number)
    {
        if (digits.Length > MaxUnreadableDigits && CallingCode.AtStart(digits) is { } code)
            return code.MainPlan.TryParseNational(digits[code.Digits.Length..], source, out number);

        number = new ParsedNumber(
            digits.Length > MaxUnreadableDigits ? PlanFit.UnknownCountryCode : PlanFit.TooShort);
        return true;
    }

    /// <param name="digits">Behind the calling code, or the whole text where it has none.</param>
    private bool TryParseNational(ReadOnlySpan<char> digits, Source source, out ParsedNumber number)
    {
        number = new ParsedNumber(PlanFit.TooShort);
        if (digits.Length < MinNationalDigits)
            return true;

        var rest = digits;
        if (!TryStripTrunk(ref rest))
            return false;

        if (Fits[rest.Length] is PlanFit.Possible or PlanFit.TooLong)
            digits = rest;

        if (digits.StartsWith(TooManyZeros))
            return false;

        number = digits.Length > PlanLengths.MaxNationalDigits
            ? new ParsedNumber(PlanFit.TooLong)
            : new ParsedNumber(CallingCode, digits, source);
        return true;
    }

    /// <summary>Takes the prefix off, unless a number would become none by it.</summary>
    private bool TryStripTrunk(ref ReadOnlySpan<char> digits)
    {
        var trunk = _trunk?.LengthAtStart(digits) ?? DigitPrefix.None;
        if (trunk == DigitPrefix.Unsure || _numbers is null)
            return false;

        if (trunk > 0 && !(IsNumber(digits) && !IsNumber(digits[trunk..])))
            digits = digits[trunk..];

        return true;
    }

    private bool IsNumber(ReadOnlySpan<char> digits) => _numbers!.ValueOf(digits) != 0;
}
