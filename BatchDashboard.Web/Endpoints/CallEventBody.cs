using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>One step in the life of a call.</summary>
/// <param name="Attempt">Number of the dial it belongs to.</param>
internal sealed record CallEventBody(string Name, DateTimeOffset At, int? Attempt, string? Detail)
{
    public static CallEventBody Of(CallEvent step) => new(step.Name, step.At, step.Dial, step.Detail);
}
