using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>The numbers of one source that are to be called, each with the row on which it stands first.</summary>
/// <remarks>
/// Extendible hashing: a full page is split in two and stays in use, so that growing leaves nothing behind for the garbage
/// collector (tables that grow by copying took 30 MB more for two million numbers). A number of at most 15 digits has
/// 50 bits. Scrambled, which loses nothing, its upper bits choose the page, and its lower 40 share a word with the 24 bits
/// of the row.
/// </remarks>
internal sealed class SeenNumbers
{
    private const int NumberBits = 50;
    private const int RestBits = 40;
    private const int RowBits = 24;
    private const ulong NumberMask = (1UL << NumberBits) - 1;

    /// <summary>Odd, and another one each time: no file can be made whose numbers all want the same page.</summary>
    private readonly ulong _multiplier = (ulong)Random.Shared.NextInt64() | 1;

    /// <summary>How many of a number's upper bits choose its page: at least those that its word does not hold.</summary>
    private int _bits = NumberBits - RestBits;

    /// <summary>Neighbours share a page as long as it has room for both.</summary>
    private Page?[] _pages = new Page?[1 << (NumberBits - RestBits)];

    /// <summary>The row that has the number already, or null when this one is the first.</summary>
    public int? FirstRowOrAdd(PhoneNumber number, int rowNumber)
    {
        var digits = (ulong)number.Digits;
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(digits, 1UL << NumberBits, nameof(number));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rowNumber, 1U << RowBits, nameof(rowNumber));

        var scrambled = Scramble(digits);
        var rest = scrambled & ((1UL << RestBits) - 1);
        while (true)
        {
            var page = _pages[scrambled >> (NumberBits - _bits)] ??= new Page(_bits);
            if (page.FirstRow(rest, out var at) is { } first)
                return first;
            if (page.Insert(at, (rest << RowBits) | (uint)rowNumber))
                return null;
            Split(page, scrambled);
        }
    }

    /// <summary>Spreads the numbers evenly; no two of them become the same, since each step can be undone.</summary>
    private ulong Scramble(ulong digits)
    {
        var mixed = (digits * _multiplier) & NumberMask;
        mixed ^= mixed >> (NumberBits / 2);
        return (mixed * 0x9E37_79B9_7F4A_7C15) & NumberMask;
    }

    private void Split(Page page, ulong scrambled)
    {
        if (page.Bits == _bits)
            DoubleDirectory();

        var upper = page.SplitUpper();
        var shared = _bits - page.Bits;
        var lowerStart = (int)(scrambled >> (NumberBits - page.Bits + 1)) << (shared + 1);
        _pages.AsSpan(lowerStart + (1 << shared), 1 << shared).Fill(upper);
    }

    private void DoubleDirectory()
    {
        var pages = new Page?[_pages.Length * 2];
        for (var at = 0; at < pages.Length; at++)
            pages[at] = _pages[at / 2];
        (_pages, _bits) = (pages, _bits + 1);
    }

    /// <summary>Words of number and row in their order.</summary>
    private sealed class Page(int bits)
    {
        private const int Capacity = 256;

        private readonly ulong[] _words = new ulong[Capacity];
        private int _count;

        /// <summary>How many upper bits all numbers of the page have in common.</summary>
        public int Bits { get; private set; } = bits;

        public int? FirstRow(ulong rest, out int at)
        {
            // No row has the number 0, so this is never found itself.
            at = ~_words.AsSpan(0, _count).BinarySearch(rest << RowBits);
            return at < _count && _words[at] >> RowBits == rest ? (int)(_words[at] & ((1UL << RowBits) - 1)) : null;
        }

        /// <summary>False when the page is full.</summary>
        public bool Insert(int at, ulong word)
        {
            if (_count == Capacity)
                return false;
            _words.AsSpan(at, _count++ - at).CopyTo(_words.AsSpan(at + 1));
            _words[at] = word;
            return true;
        }

        /// <summary>Moves the numbers whose next bit is set to a new page.</summary>
        public Page SplitUpper()
        {
            var common = Bits++ - (NumberBits - RestBits);
            var bit = 1UL << (RestBits - 1 - common + RowBits);
            var words = _words.AsSpan(0, _count);
            var start = 0;
            while (start < words.Length && (words[start] & bit) == 0)
                start++;

            var upper = new Page(Bits);
            words[start..].CopyTo(upper._words);
            (upper._count, _count) = (_count - start, start);
            return upper;
        }
    }
}
