using BatchDashboard.Core.Calls;
using static BatchDashboard.Core.Calls.CallStatus;

namespace BatchDashboard.Tests.Calls;

public sealed class CallTransitionsTests
{
    private static readonly CallStatus[] Ends = [Completed, Voicemail, NoAnswer, Busy, Failed];

    /// <summary>Written out once more, so that a change of the table is a decision and no slip.</summary>
    private static readonly Dictionary<CallStatus, CallStatus[]> Legal = new()
    {
        [Queued] = [Dialing, Held, Canceled, Skipped],
        [Held] = [Dialing, Canceled, Skipped],
        [Dialing] = [Queued, Ringing, InProgress, Uncertain, .. Ends, Canceled],
        [Ringing] = [InProgress, Queued, .. Ends, Canceled],
        [InProgress] = [Queued, .. Ends, Canceled],
        [Uncertain] = [Queued, Dialing, Ringing, InProgress, Review, .. Ends, Canceled],
        [Review] = [Ringing, InProgress, Unknown, .. Ends],
    };

    [Fact]
    public void Every_pair_of_statuses_is_as_the_table_says()
    {
        foreach (var from in Enum.GetValues<CallStatus>())
        {
            var legal = Legal.GetValueOrDefault(from, []);
            Assert.Equal(legal.Length == 0, from.IsFinal());
            foreach (var to in Enum.GetValues<CallStatus>())
                Assert.True(legal.Contains(to) == CallTransitions.Allows(from, to), $"{from} -> {to}");
        }
    }

    [Fact]
    public void A_call_waits_is_in_flight_is_under_review_or_is_over()
    {
        foreach (var status in Enum.GetValues<CallStatus>())
        {
            bool[] groups = [status.IsWaiting(), status.IsInFlight(), status == Review, status.IsFinal()];
            Assert.Single(groups, true);
        }
    }
}
