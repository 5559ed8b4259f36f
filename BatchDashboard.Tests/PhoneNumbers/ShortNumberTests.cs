using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.PhoneNumbers.Automata;
using BatchDashboard.Core.PhoneNumbers.Plans;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class ShortNumberTests
{
    private static readonly NumberClass Unknown = new(PlanFit.Possible, NumberKind.Ordinary, null, null);

    [Fact]
    public void No_valid_number_of_more_than_six_digits_is_a_short_number_of_its_country() =>
        Assert.All(ShortNumberPlans.All, plan =>
        {
            var nodes = new DigitNodes();
            var code = DialPlan.Of(plan.Id).CallingCode;

            Assert.All(code.Regions, region => Assert.Same(
                DigitNode.Nothing,
                nodes.Within(LongShortNumbers(nodes, plan), ValidNumbers(nodes, code, region))));
        });

    [Fact]
    public void Some_short_numbers_have_more_than_six_digits() => Assert.Contains(
        ShortNumberPlans.All,
        plan => LongShortNumbers(new DigitNodes(), plan) != DigitNode.Nothing);

    private static DigitNode LongShortNumbers(DigitNodes nodes, Library.PhoneMetadata plan)
    {
        var shorts = nodes.Within(
            CountryNumbers.NumbersOf(nodes, plan.GeneralDesc)!, CountryNumbers.NumbersOf(nodes, plan.ShortCode)!);
        var longer = Enumerable.Range(0, PlanLengths.MaxNationalDigits + 1)
            .Select(length => length > EmergencyNumbers.MaxShortDigits ? 1 : 0);
        return nodes.Within(shorts, nodes.ByLength([.. longer]));
    }

    private static DigitNode ValidNumbers(DigitNodes nodes, CallingCode code, string region)
    {
        var country = CountryNumbers.Compile(nodes, code, region)!;
        return nodes.Over(
            DigitNode.Nothing,
            country.Claims,
            (_, claim) => country.Refine(Unknown, claim).Fit == PlanFit.Valid ? 1 : 0);
    }
}
