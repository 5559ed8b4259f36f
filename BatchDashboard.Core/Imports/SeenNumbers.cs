using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>The numbers of one source that are to be called, each with the row on which it stands first.</summary>
internal sealed class SeenNumbers
{
    private readonly Dictionary<long, int> _rows = [];

    /// <summary>The row that has the number already, or null when this one is the first.</summary>
    public int? FirstRowOrAdd(PhoneNumber number, int rowNumber)
    {
        var key = number.Digits;
        return _rows.TryAdd(key, rowNumber) ? null : _rows[key];
    }
}
