namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>What a numbering plan knows of a number.</summary>
/// <param name="Region">
/// ISO 3166 alpha-2, or <see cref="CallingCode.NoCountry"/>; null when the plan cannot tell.
/// </param>
/// <param name="PrefixAtHome">
/// The digits its country writes before those of the number; null when it writes others, or only the library can tell.
/// </param>
internal sealed record NumberClass(PlanFit Fit, NumberKind Kind, string? Region, string? PrefixAtHome);
