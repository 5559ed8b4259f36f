namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>
/// A telephone number in E.164 form, such as <c>+12125550123</c>; only <see cref="PhoneGate"/> makes one from text of
/// others.
/// </summary>
public readonly record struct PhoneNumber(string E164)
{
    public override string ToString() => E164;
}
