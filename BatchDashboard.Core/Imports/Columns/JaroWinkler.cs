namespace BatchDashboard.Core.Imports.Columns;

/// <summary>How alike two names are, from 0 to 1; a common beginning counts more.</summary>
internal static class JaroWinkler
{
    private const int LongestPrefix = 4;
    private const double PrefixWeight = 0.1;

    public static double Similarity(string one, string other)
    {
        if (one == other)
            return 1;
        var jaro = Jaro(one, other);
        var prefix = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Take(LongestPrefix).Count();
        return jaro + prefix * PrefixWeight * (1 - jaro);
    }

    private static double Jaro(string one, string other)
    {
        var reach = Math.Max(0, Math.Max(one.Length, other.Length) / 2 - 1);
        var (inOne, inOther) = (new bool[one.Length], new bool[other.Length]);
        for (var i = 0; i < one.Length; i++)
        {
            var to = Math.Min(other.Length, i + reach + 1);
            for (var j = Math.Max(0, i - reach); j < to; j++)
            {
                if (inOther[j] || one[i] != other[j])
                    continue;
                inOne[i] = inOther[j] = true;
                break;
            }
        }

        var common = one.Where((_, index) => inOne[index]).ToArray();
        if (common.Length == 0)
            return 0;
        var swapped = common.Zip(other.Where((_, index) => inOther[index])).Count(pair => pair.First != pair.Second);
        var count = (double)common.Length;
        return (count / one.Length + count / other.Length + (count - swapped / 2) / count) / 3;
    }
}
