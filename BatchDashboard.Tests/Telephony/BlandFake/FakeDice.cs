using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>Chance that comes out the same for the same seed, number and turn.</summary>
internal static class FakeDice
{
    public static double Roll(int seed, string number, int turn, string about) =>
        BinaryPrimitives.ReadUInt32LittleEndian(Hash(seed, number, turn, about)) / (double)uint.MaxValue;

    public static Guid Id(int seed, string number, int turn) => new(Hash(seed, number, turn, "id").AsSpan(0, 16));

    private static byte[] Hash(int seed, string number, int turn, string about) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}|{number}|{turn}|{about}")));
}
