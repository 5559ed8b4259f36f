using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Judges a phone cell; the product passes the method of <see cref="PhoneGate"/>.</summary>
public delegate PhoneVerdict PhoneCheck(string cell, PhoneRules rules);
