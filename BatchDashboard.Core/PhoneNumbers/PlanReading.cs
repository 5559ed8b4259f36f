namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>A dialable text as the numbering plans read it.</summary>
internal readonly ref struct PlanReading
{
    public PlanReading(ParsedNumber number, NumberClass known)
    {
        Number = number;
        Fit = known.Fit;
        Kind = known.Kind;
        Region = known.Region;
    }

    private PlanReading(PlanFit fit) => Fit = fit;

    public PlanFit Fit { get; init; }

    /// <summary>Without a calling code when the text could not be read at all; then only <see cref="Fit"/> counts.</summary>
    public ParsedNumber Number { get; }

    public NumberKind Kind { get; }

    /// <inheritdoc cref="NumberClass"/>
    public string? Region { get; }

    public string E164 => string.Concat("+", Number.CallingCode?.Digits, Number.NationalDigits);

    public static PlanReading Unreadable(PlanFit fit) => new(fit);
}
