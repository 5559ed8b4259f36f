using System.Globalization;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>The numbers of one source that are to be called, each with the row on which it stands first.</summary>
internal sealed class SeenNumbers
{
    private readonly Dictionary<ulong, int> _rows = [];

    /// <summary>The row that has the number already, or null when this one is the first.</summary>
    public int? FirstRowOrAdd(PhoneNumber number, int rowNumber)
    {
        // At most 15 digits, so a number is a key by itself.
        var key = ulong.Parse(number.E164.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        return _rows.TryAdd(key, rowNumber) ? null : _rows[key];
    }
}
