using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class PhoneFormattingTests
{
    [Theory]
    [InlineData("+12345678909", "+1 234-567-8909", "(234) 567-8909")]
    [InlineData("+442079460000", "+44 20 7946 0000", "020 7946 0000")]
    [InlineData("+10987654321", "+1 0987654321", "0987654321")]
    [InlineData("anonymous", "anonymous", "anonymous")]
    [InlineData("", "", "")]
    public void Numbers_are_written_as_people_read_them(string e164, string international, string national)
    {
        Assert.Equal(international, PhoneFormatting.International(new PhoneNumber(e164)));
        Assert.Equal(national, PhoneFormatting.National(new PhoneNumber(e164)));
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("us", true)]
    [InlineData("GB", true)]
    [InlineData("XK", true)]
    [InlineData("XX", false)]
    [InlineData("USA", false)]
    [InlineData("001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Countries_with_a_numbering_plan_are_known(string? alpha2, bool known)
    {
        Assert.Equal(known, PhoneRegions.IsKnown(alpha2));
    }
}
