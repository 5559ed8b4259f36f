using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>A dialable text, split into calling code and national number.</summary>
internal readonly ref struct ParsedNumber
{
    public ParsedNumber(CallingCode callingCode, ReadOnlySpan<char> nationalDigits, Source source)
    {
        CallingCode = callingCode;
        NationalDigits = nationalDigits;
        Source = source;
    }

    public ParsedNumber(PlanFit refusal) => Refusal = refusal;

    /// <summary>Null when the text could not be read; then only <see cref="Refusal"/> counts.</summary>
    public CallingCode? CallingCode { get; }

    public PlanFit Refusal { get; }

    /// <summary>What follows the calling code.</summary>
    public ReadOnlySpan<char> NationalDigits { get; }

    /// <summary>What told the calling code.</summary>
    public Source Source { get; }
}
