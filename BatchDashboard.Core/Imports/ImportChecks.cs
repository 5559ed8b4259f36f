using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>
/// What a row is asked by other parts of the product; within one run each answer must be the same when it is asked again.
/// </summary>
/// <param name="RecentCall">When a number was called that must not be called again so soon; null: nobody is asked.</param>
public sealed record ImportChecks(
    PhoneCheck Phone,
    SettingCheck Setting,
    Func<PhoneNumber, bool> IsDoNotCall,
    Func<PhoneNumber, DateTimeOffset?>? RecentCall = null);
