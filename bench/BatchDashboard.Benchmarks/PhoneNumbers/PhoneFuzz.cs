using BatchDashboard.Tests.PhoneNumbers;

namespace BatchDashboard.Benchmarks.PhoneNumbers;

/// <summary>
/// Holds the phone gate against libphonenumber over millions of random and hostile cells: no exception, no difference,
/// and neither time nor memory that grows with what a cell says.
/// </summary>
internal static class PhoneFuzz
{
    /// <summary>A machine that does other work interrupts anyone; only what is slow again and again is slow.</summary>
    private const int Retries = 5;

    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan TooSlow = TimeSpan.FromMilliseconds(20);

    public static int Run(int count, int seed)
    {
        Console.WriteLine($"seed {seed}");
        var cells = new RandomPhoneCells(seed);
        var comparison = new LibraryComparison();
        var findings = 0;
        var slowest = TimeSpan.Zero;
        var memory = 0L;
        for (var i = 0; i < count; i++)
        {
            var (cell, country) = cells.Next();
            var (difference, time) = Compare(comparison, cell, country);
            for (var retry = 0; time > Slow && retry < Retries; retry++)
                time = TimeSpan.FromTicks(Math.Min(time.Ticks, Compare(new(), cell, country).Time.Ticks));

            slowest = time > slowest ? time : slowest;
            if (difference is not null || time > TooSlow)
            {
                findings++;
                Console.WriteLine($"cell {i}: {country} {Escape(cell)}: {difference} ({time.TotalMilliseconds:F1} ms)");
            }

            // By then every plan has been compiled and every pattern of the library cached.
            if (i == count / 10)
                memory = GC.GetTotalMemory(forceFullCollection: true);
        }

        var growth = (GC.GetTotalMemory(forceFullCollection: true) - memory) / 1024.0 / 1024.0;
        Console.WriteLine(
            $"{count:N0} cells, {findings} findings; {comparison.Accepted:N0} accepted; "
            + $"{comparison.Answered:N0} of {comparison.Asked:N0} texts ({(double)comparison.Answered / comparison.Asked:P1}) "
            + $"answered without the library; slowest cell {slowest.TotalMilliseconds:F2} ms with both sides; "
            + $"live memory grew by {growth:F1} MB over the last nine tenths");
        return findings == 0 ? 0 : 1;
    }

    private static (string? Difference, TimeSpan Time) Compare(LibraryComparison comparison, string cell, string country)
    {
        var start = TimeProvider.System.GetTimestamp();
        var difference = Try(comparison, cell, country);
        return (difference, TimeProvider.System.GetElapsedTime(start));
    }

    private static string? Try(LibraryComparison comparison, string cell, string country)
    {
        try
        {
            return comparison.Difference(cell, country);
        }
#pragma warning disable CA1031 // Whatever is thrown is what is looked for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            return thrown.ToString();
        }
    }

    private static string Escape(string cell) => string.Concat(cell.Take(200)
        .Select(character => char.IsAscii(character) && !char.IsControl(character) ? $"{character}" : $"\\u{(int)character:X4}"));
}
