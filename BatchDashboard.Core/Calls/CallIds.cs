using System.Buffers.Binary;

namespace BatchDashboard.Core.Calls;

/// <summary>
/// Turns a call's key into its public id and back without an index: a UUIDv7 (RFC 9562) whose 48 bits of time are the
/// call's creation, and whose 74 free bits are the key and 18 check bits, encrypted under the installation's own key so
/// that ids tell nothing and cannot be guessed.
/// </summary>
public sealed class CallIds
{
    private const int HalfBits = 37;
    private const ulong HalfMask = (1UL << HalfBits) - 1;
    private const int CheckBits = 18;
    private const int Rounds = 8;

    // 48 bits reach further than the calendar.
    private static readonly long LastTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private SipHash? _hash;

    /// <summary>Called once, before the first id is asked for.</summary>
    internal void Use(ReadOnlySpan<byte> key) => _hash = new SipHash(key);

    public CallId Of(CallKey call, DateTimeOffset createdAt)
    {
        var time = createdAt.ToUnixTimeMilliseconds();
        var plain = (UInt128)(ulong)call.Value << CheckBits;
        var (left, right) = ((ulong)(plain >> HalfBits) & HalfMask, (ulong)plain & HalfMask);
        for (var round = 0; round < Rounds; round++)
            (left, right) = (right, left ^ Mix(time, round, right));
        return new CallId(Assemble(time, ((UInt128)left << HalfBits) | right));
    }

    /// <summary>The key and the creation time (to the millisecond) an id stands for; null when it is not one of ours.</summary>
    public (CallKey Key, DateTimeOffset CreatedAt)? Read(CallId id)
    {
        var (time, free) = TakeApart(id.Value);
        var (left, right) = ((ulong)(free >> HalfBits) & HalfMask, (ulong)free & HalfMask);
        for (var round = Rounds - 1; round >= 0; round--)
            (left, right) = (right ^ Mix(time, round, left), left);
        var plain = ((UInt128)left << HalfBits) | right;
        return (plain & ((1UL << CheckBits) - 1)) == 0 && time <= LastTime
            ? (new CallKey((long)(plain >> CheckBits)), DateTimeOffset.FromUnixTimeMilliseconds(time))
            : null;
    }

    // The time takes 48 bits.
    private ulong Mix(long time, int round, ulong half) =>
        (_hash ?? throw new InvalidOperationException("The database is not set up yet."))
            .Of((ulong)time | ((ulong)round << 56), half) & HalfMask;

    // 48 bits time | version 7 | 12 free bits | variant 10 | 62 free bits
    private static Guid Assemble(long time, UInt128 free)
    {
        Span<byte> bytes = stackalloc byte[16];
        var high = ((ulong)time << 16) | 0x7000 | ((ulong)(free >> 62) & 0xFFF);
        var low = 0x8000_0000_0000_0000 | ((ulong)free & 0x3FFF_FFFF_FFFF_FFFF);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    private static (long Time, UInt128 Free) TakeApart(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        return ((long)(high >> 16), ((UInt128)(high & 0xFFF) << 62) | (low & 0x3FFF_FFFF_FFFF_FFFF));
    }
}
