using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using BatchDashboard.Core.PhoneNumbers;
using Library = global::PhoneNumbers;

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

    /// <summary>The library keeps its patterns to itself; asking it number by number takes minutes.</summary>
    private static string PatternOfTheWorld()
    {
        var metadata = typeof(Library.MetadataManager).GetMethod(
            "GetShortNumberMetadataForRegion", BindingFlags.Static | BindingFlags.NonPublic)!;
        var patterns = Library.PhoneNumberUtil.GetInstance().GetSupportedRegions()
            .Select(region => (Library.PhoneMetadata?)metadata.Invoke(null, [region]))
            .Select(country => country?.Emergency.NationalNumberPattern)
            .Where(pattern => pattern?.Any(char.IsAsciiDigit) == true)
            .Distinct();
        return $"^(?:{string.Join('|', patterns)})$";
    }

    private static IEnumerable<string> AllOfLength(int length) =>
        Enumerable.Range(0, (int)Math.Pow(10, length))
            .Select(value => value.ToString($"D{length}", CultureInfo.InvariantCulture));
}
