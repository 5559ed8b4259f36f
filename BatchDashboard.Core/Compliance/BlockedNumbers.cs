using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>The numbers that are blocked at one moment: eight bytes each, so that a long list fits into memory.</summary>
/// <param name="sorted">Their <see cref="PhoneNumber.Digits"/>, ascending.</param>
internal sealed class BlockedNumbers(List<long> sorted)
{
    public bool Contains(PhoneNumber number) => sorted.Count > 0 && sorted.BinarySearch(number.Digits) >= 0;
}
