namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>Breaks bytes in the ways in which files break: flipped, lost, doubled, moved, cut, and salted.</summary>
internal static class Mutation
{
    private const int Most = 8;

    /// <param name="salt">Pieces that mean something in the format.</param>
    public static byte[] Of(ReadOnlySpan<byte> seed, IReadOnlyList<byte[]> salt, Random random)
    {
        List<byte> bytes = [.. seed];
        for (var left = random.Next(1, Most + 1); left > 0; left--)
            Mutate(bytes, salt, random);
        return [.. bytes];
    }

    private static void Mutate(List<byte> bytes, IReadOnlyList<byte[]> salt, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, 1 << random.Next(1, 8)), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                bytes.InsertRange(at, salt[random.Next(salt.Count)]);
                break;
        }
    }
}
