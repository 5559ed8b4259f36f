using System.Buffers.Binary;
using System.Numerics;

namespace BatchDashboard.Core.Calls;

/// <summary>
/// SipHash-2-4 of a message of two words: a keyed function whose results nobody can tell from chance without the key, made for
/// messages as short as these (Aumasson and Bernstein, 2012).
/// </summary>
internal sealed class SipHash(ReadOnlySpan<byte> key)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 16;

    /// <summary>The length of the message, 16 bytes, where the algorithm wants it.</summary>
    private const ulong LastWord = 16UL << 56;

    private readonly ulong _key0 = BinaryPrimitives.ReadUInt64LittleEndian(key);
    private readonly ulong _key1 = BinaryPrimitives.ReadUInt64LittleEndian(key[8..]);

    public ulong Of(ulong first, ulong second)
    {
        var state = new State(_key0, _key1);
        state.Take(first);
        state.Take(second);
        state.Take(LastWord);
        return state.Finish();
    }

    private ref struct State(ulong key0, ulong key1)
    {
        private ulong _a = key0 ^ 0x736f6d6570736575;
        private ulong _b = key1 ^ 0x646f72616e646f6d;
        private ulong _c = key0 ^ 0x6c7967656e657261;
        private ulong _d = key1 ^ 0x7465646279746573;

        public void Take(ulong word)
        {
            _d ^= word;
            Mix(rounds: 2);
            _a ^= word;
        }

        public ulong Finish()
        {
            _c ^= 0xff;
            Mix(rounds: 4);
            return _a ^ _b ^ _c ^ _d;
        }

        private void Mix(int rounds)
        {
            for (var round = 0; round < rounds; round++)
            {
                _a += _b;
                _b = BitOperations.RotateLeft(_b, 13) ^ _a;
                _a = BitOperations.RotateLeft(_a, 32);
                _c += _d;
                _d = BitOperations.RotateLeft(_d, 16) ^ _c;
                _a += _d;
                _d = BitOperations.RotateLeft(_d, 21) ^ _a;
                _c += _b;
                _b = BitOperations.RotateLeft(_b, 17) ^ _c;
                _c = BitOperations.RotateLeft(_c, 32);
            }
        }
    }
}
