using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Which of the numbers that exist a batch may call.</summary>
internal static class DialPolicy
{
    public static Error? Refuse(DialText text, in PlanReading reading, DialPlan home, PhoneRules rules, string cell)
    {
        if (EmergencyNumbers.IsEmergency(text, reading, home))
            return PhoneProblems.Emergency(cell);

        if (!(reading.Fit == PlanFit.Valid || (reading.Fit == PlanFit.Possible && rules.Check == NumberCheck.Possible)))
            return PhoneProblems.Of(text, reading, home, cell);

        if (reading.Fit == PlanFit.Possible && EmergencyNumbers.StartsWithEmergency(reading))
            return PhoneProblems.Emergency(cell);

        if (reading.Kind == NumberKind.Premium)
            return PhoneProblems.Premium(cell);

        if (reading.Kind == NumberKind.TollFree && !rules.AllowTollFree)
            return PhoneProblems.TollFree(cell);

        return IsAllowed(reading, rules.AllowedCountries) ? null : PhoneProblems.CountryNotAllowed(reading, cell);
    }

    /// <summary>A number no plan knows may be of any country that shares its calling code.</summary>
    private static bool IsAllowed(in PlanReading reading, IReadOnlyList<string>? allowed)
    {
        if (allowed is null)
            return true;

        return reading.Region is { } region
            ? allowed.Contains(region, StringComparer.OrdinalIgnoreCase)
            : reading.CallingCode!.Regions
                .All(shared => allowed.Contains(shared, StringComparer.OrdinalIgnoreCase));
    }
}
