using BatchDashboard.Core.Batches;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony.Sandbox;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>Makes the clocks of batches.</summary>
public sealed class CallingClocks(NumberZones numbers, IOptions<ComplianceOptions> options)
{
    /// <summary>The law of many places, for whoever has set nothing.</summary>
    private static readonly WeeklyHours Usual = WeeklyHours.Parse("08:00-21:00").Value;

    public CallingClock For(Batch batch) => new(batch.Plan.Calling, HoursOf(batch.Provider), numbers);

    /// <summary>The hours of a batch that has none of its own; the sandbox wakes nobody.</summary>
    public WeeklyHours HoursOf(string provider) =>
        options.Value.CallingHours is { } hours ? WeeklyHours.Parse(hours).Value
        : provider == SandboxProvider.ProviderName ? WeeklyHours.Off
        : Usual;
}
