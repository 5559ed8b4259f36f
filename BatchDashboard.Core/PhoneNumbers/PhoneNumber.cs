using System.Globalization;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>
/// A telephone number in E.164 form, such as <c>+12125550123</c>; only <see cref="PhoneGate"/> makes one from text of
/// others.
/// </summary>
public readonly record struct PhoneNumber(string E164)
{
    /// <summary>The digits behind the plus: at most 15, none of them a leading zero, so an integer is a key for it.</summary>
    public long Digits => long.Parse(E164.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    public static PhoneNumber FromDigits(long digits) => new(string.Create(CultureInfo.InvariantCulture, $"+{digits}"));

    public override string ToString() => E164;
}
