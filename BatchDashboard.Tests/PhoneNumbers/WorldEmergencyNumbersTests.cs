using System.Globalization;
using System.Text.RegularExpressions;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class WorldEmergencyNumbersTests
{
    private const int LongestDigits = 6;

    [Fact]
    public void The_list_is_that_of_the_library()
    {
        var emergency = new Regex(PatternOfTheWorld(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        var every = Enumerable.Range(1, LongestDigits).SelectMany(AllOfLength).ToArray();

        var listed = every.Where(digits => WorldEmergencyNumbers.Contains(digits));

        Assert.Equal(every.Where(digits => emergency.IsMatch(digits)), listed);
    }

    private static string PatternOfTheWorld()
    {
        var patterns = ShortNumberPlans.All
            .Select(plan => plan.Emergency.NationalNumberPattern)
            .Where(pattern => pattern.Any(char.IsAsciiDigit))
            .Distinct();
        return $"^(?:{string.Join('|', patterns)})$";
    }

    private static IEnumerable<string> AllOfLength(int length) =>
        Enumerable.Range(0, (int)Math.Pow(10, length))
            .Select(value => value.ToString($"D{length}", CultureInfo.InvariantCulture));
}
