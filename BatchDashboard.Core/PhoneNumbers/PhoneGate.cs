namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Turns the text of a phone cell into a number to dial or a reason not to; stands in front of libphonenumber, which is too kind.</summary>
public sealed class PhoneGate
{
    public PhoneVerdict Check(string cell, PhoneRules rules) => throw new NotImplementedException();
}
