using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>
/// What a row is asked by other parts of the product; each answer must be the same when it is asked again.
/// </summary>
public sealed record ImportChecks(PhoneCheck Phone, SettingCheck Setting, Func<PhoneNumber, bool> IsDoNotCall);
