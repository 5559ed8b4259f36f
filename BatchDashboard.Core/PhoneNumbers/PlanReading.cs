namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>A dialable text as the numbering plans read it.</summary>
/// <param name="CallingCode">0 when the text could not be read at all; then only <paramref name="Fit"/> counts.</param>
/// <param name="NationalDigits">What follows the calling code.</param>
/// <param name="Region">ISO 3166 alpha-2, <c>001</c> for numbers of no country; null when the plan cannot tell.</param>
internal readonly record struct PlanReading(
    PlanFit Fit, int CallingCode, string NationalDigits, string? Region, NumberKind Kind)
{
    public string E164 => $"+{CallingCode}{NationalDigits}";

    public static PlanReading Unreadable(PlanFit fit) => new(fit, 0, "", null, NumberKind.Ordinary);
}
