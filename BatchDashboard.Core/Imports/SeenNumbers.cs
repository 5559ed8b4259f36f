using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>The numbers of one source that are to be called, each with the row on which it stands first.</summary>
/// <remarks>
/// Two million of them take 28 MB, where a dictionary takes three times as much, and five times while it grows. A number of at most 15 digits has 50 bits.
/// Scrambled, which loses nothing, its upper 10 bits choose one of 1,024 tables, and the other 40 share a word with the
/// 24 bits of the row. The tables grow one by one, so that nothing large is ever copied.
/// </remarks>
internal sealed class SeenNumbers
{
    private const int NumberBits = 50;
    private const int RestBits = 40;
    private const int RowBits = 24;
    private const int FirstCapacity = 8;

    private readonly Table[] _tables = new Table[1 << (NumberBits - RestBits)];

    /// <summary>The row that has the number already, or null when this one is the first.</summary>
    public int? FirstRowOrAdd(PhoneNumber number, int rowNumber)
    {
        var digits = (ulong)number.Digits;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(digits, 1UL << NumberBits, nameof(number));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rowNumber, 1U << RowBits, nameof(rowNumber));

        // Times an odd number: no two of them become the same.
        var scrambled = (digits * 0x9E37_79B9_7F4A_7C15) & ((1UL << NumberBits) - 1);
        ref var table = ref _tables[scrambled >> RestBits];
        return table.FirstRowOrAdd(scrambled & ((1UL << RestBits) - 1), rowNumber);
    }

    /// <summary>Words of number and row; a word of 0 is free, since no row has the number 0.</summary>
    private struct Table
    {
        private ulong[]? _words;
        private int _count;

        public int? FirstRowOrAdd(ulong rest, int rowNumber)
        {
            _words ??= new ulong[FirstCapacity];
            var at = Find(_words, rest);
            if (_words[at] != 0)
                return (int)(_words[at] & ((1UL << RowBits) - 1));

            _words[at] = (rest << RowBits) | (uint)rowNumber;
            if (++_count * 4 > _words.Length * 3)
                Grow();
            return null;
        }

        /// <summary>Where the number stands, or would.</summary>
        private static int Find(ulong[] words, ulong rest)
        {
            var at = (int)((rest * (ulong)words.Length) >> RestBits);
            while (words[at] != 0 && words[at] >> RowBits != rest)
                at = at + 1 < words.Length ? at + 1 : 0;
            return at;
        }

        private void Grow()
        {
            var words = new ulong[_words!.Length * 3 / 2];
            foreach (var word in _words)
                if (word != 0)
                    words[Find(words, word >> RowBits)] = word;
            _words = words;
        }
    }
}
