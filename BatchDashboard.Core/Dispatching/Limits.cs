using System.Globalization;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Dispatching;

/// <summary>How many calls at once, and how many started in a second; 0 for no limit.</summary>
public sealed record Limits(int MaxConcurrentCalls, double MaxCallsPerSecond)
{
    /// <summary>Null when both are in range.</summary>
    public Error? Problem() => this switch
    {
        { MaxConcurrentCalls: < 0 or > BatchLimits.MostCalls } => Problem(
            "max_concurrent", $"Calls at once are a whole number from 0 to {BatchLimits.MostCalls:N0}; 0 is no limit."),
        { MaxCallsPerSecond: not (>= 0 and <= BatchLimits.MostCallsPerSecond) } => Problem(
            "max_calls_per_second", $"Calls per second are a number from 0 to {BatchLimits.MostCallsPerSecond:N0}; 0 is no limit."),
        _ => null,
    };

    private static Error Problem(string field, FormattableString sentence) =>
        new("limit_out_of_range", sentence.ToString(CultureInfo.InvariantCulture), field);
}
