using Source = PhoneNumbers.PhoneNumber.Types.CountryCodeSource;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>A dialable text as the numbering plans read it.</summary>
internal readonly ref struct PlanReading
{
    private readonly NumberClass? _class;

    public PlanReading(scoped in ParsedNumber number, NumberClass known)
    {
        CallingCode = number.CallingCode;
        NationalDigits = number.NationalDigits;
        Source = number.Source;
        Fit = known.Fit;
        _class = known;
    }

    private PlanReading(PlanFit fit) => Fit = fit;

    public PlanFit Fit { get; init; }

    /// <summary>Null when the text could not be read at all; then only <see cref="Fit"/> counts.</summary>
    public CallingCode? CallingCode { get; }

    /// <inheritdoc cref="ParsedNumber.NationalDigits"/>
    public ReadOnlySpan<char> NationalDigits { get; }

    /// <inheritdoc cref="ParsedNumber.Source"/>
    public Source Source { get; }

    public NumberKind Kind => _class?.Kind ?? NumberKind.Ordinary;

    /// <inheritdoc cref="NumberClass"/>
    public string? Region => _class?.Region;

    /// <inheritdoc cref="NumberClass"/>
    public string? PrefixAtHome => _class?.PrefixAtHome;

    public string E164 => string.Concat("+", CallingCode?.Digits, NationalDigits);

    public bool IsE164(ReadOnlySpan<char> text) =>
        text is ['+', .. var digits]
        && CallingCode is not null
        && digits.Length == CallingCode.Digits.Length + NationalDigits.Length
        && digits.StartsWith(CallingCode.Digits)
        && digits.EndsWith(NationalDigits);

    public static PlanReading Unreadable(PlanFit fit) => new(fit);
}
