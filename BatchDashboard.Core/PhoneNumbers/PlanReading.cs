namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>A dialable text as the numbering plans read it.</summary>
/// <param name="CallingCode">0 when the text could not be read at all; then only <paramref name="Fit"/> counts.</param>
/// <param name="NationalDigits">What follows the calling code.</param>
internal readonly record struct PlanReading(PlanFit Fit, int CallingCode, string NationalDigits, NumberKind Kind)
{
    public string E164 => $"+{CallingCode}{NationalDigits}";

    public static PlanReading Unreadable(PlanFit fit) => new(fit, 0, "", NumberKind.Ordinary);
}
