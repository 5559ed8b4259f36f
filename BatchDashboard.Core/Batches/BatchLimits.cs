using System.Globalization;

namespace BatchDashboard.Core.Batches;

/// <summary>How fast a batch is dialled beside others; it may be changed while the batch runs.</summary>
/// <param name="MaxConcurrent">Calls in flight at once; null: only the installation's limit.</param>
/// <param name="MaxCallsPerSecond">Calls started in a second; null: only the installation's limit.</param>
/// <param name="Priority">Of batches that want to dial at the same time, a higher one comes first.</param>
/// <param name="RampUpSeconds">So long the limits grow from a tenth to the whole; 0: they hold at once.</param>
public sealed record BatchLimits(int? MaxConcurrent, double? MaxCallsPerSecond, int Priority, int RampUpSeconds)
{
    public const int MostCalls = 100_000;

    public const int MostCallsPerSecond = 10_000;

    /// <summary>Above and below 0.</summary>
    public const int MostPriority = 100;

    public const int LongestRampUpMinutes = 1_440;

    /// <summary>What is out of range, each with the field that it is about.</summary>
    public IEnumerable<Error> Problems()
    {
        if (MaxConcurrent is < 1 or > MostCalls)
        {
            yield return Problem(
                "max_concurrent", $"Calls at once are a whole number from 1 to {MostCalls:N0}. Leave the field empty for no limit of this batch's own.");
        }

        if (MaxCallsPerSecond is { } rate && !(rate is > 0 and <= MostCallsPerSecond))
        {
            yield return Problem(
                "max_calls_per_second",
                $"Calls per second must be more than 0, and at most {MostCallsPerSecond:N0}. Leave the field empty for no limit of this batch's own.");
        }

        if (Priority is < -MostPriority or > MostPriority)
            yield return Problem("priority", $"A priority is a whole number from -{MostPriority} to {MostPriority}.");
        if (RampUpSeconds is < 0 or > LongestRampUpMinutes * 60)
            yield return Problem("ramp_up", $"A batch grows to its limits within 0 to {LongestRampUpMinutes:N0} minutes.");
    }

    private static Error Problem(string field, FormattableString sentence) =>
        new("limit_out_of_range", sentence.ToString(CultureInfo.InvariantCulture), field);
}
