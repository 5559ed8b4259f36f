using System.Globalization;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports;

public sealed class SeenNumbersTests
{
    private readonly SeenNumbers _seen = new();

    [Fact]
    public void A_number_is_new_once_and_then_known_with_its_first_row()
    {
        var random = new Random(7);
        var known = new Dictionary<string, int>();
        for (var row = 1; row <= 200_000; row++)
        {
            // Few enough different ones that about a third of them come again.
            var number = Number(10_000_000_000 + random.NextInt64(200_000));
            var first = _seen.FirstRowOrAdd(number, row);
            Assert.Equal(known.TryAdd(number.E164, row) ? null : known[number.E164], first);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(999_999_999_999_999)]
    [InlineData(100_000_000_000_000)]
    public void The_shortest_and_the_longest_numbers_are_kept_apart_from_their_neighbours(long digits)
    {
        Assert.Null(_seen.FirstRowOrAdd(Number(digits), (1 << 24) - 1));
        Assert.Null(_seen.FirstRowOrAdd(Number(digits - 1), 1));
        Assert.Equal((1 << 24) - 1, _seen.FirstRowOrAdd(Number(digits), 2));
        Assert.Equal(1, _seen.FirstRowOrAdd(Number(digits - 1), 3));
    }

    [Fact]
    public void What_would_not_fit_is_no_number_or_row_of_ours()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _seen.FirstRowOrAdd(Number(1L << 50), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _seen.FirstRowOrAdd(Number(1), 1 << 24));
    }

    private static PhoneNumber Number(long digits) =>
        new("+" + digits.ToString(CultureInfo.InvariantCulture));
}
