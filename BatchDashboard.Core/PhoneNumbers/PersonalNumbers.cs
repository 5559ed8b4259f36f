using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Numbers that follow a person to whatever line they are at, such as +44 70 and +1 500: legal to call, and often dear.</summary>
internal static class PersonalNumbers
{
    // Whatever country it is: a number in E.164 form names its own.
    private static readonly DialPlan AnyHome = DialPlan.Of(new PhoneRules().DefaultCountry);

    public static bool Contains(PhoneNumber number) =>
        NumberingPlan.Read(new DialText(number.E164), AnyHome).Kind == NumberKind.Personal;
}
