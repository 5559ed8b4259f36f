using BatchDashboard.Core.Batches;
using static BatchDashboard.Core.Batches.BatchStatus;

namespace BatchDashboard.Tests.Batches;

public sealed class BatchTransitionsTests
{
    /// <summary>Written out once more, so that a change of the table is a decision and no slip.</summary>
    private static readonly Dictionary<BatchStatus, BatchStatus[]> Legal = new()
    {
        [Initializing] = [Validating, Failed, Cancelled],
        [Validating] = [BatchStatus.Dispatching, Failed, Cancelled],
        [BatchStatus.Dispatching] =
            [InProgress, InProgressChunked, WaitingForScheduledCalls, Completed, CompletedPartial, Failed, Cancelled],
        [InProgress] = [WaitingForScheduledCalls, Completed, CompletedPartial, Failed, Cancelled],
        [InProgressChunked] = [WaitingForScheduledCalls, Completed, CompletedPartial, Failed, Cancelled],
        [WaitingForScheduledCalls] = [InProgress, InProgressChunked, Completed, CompletedPartial, Failed, Cancelled],
        [Completed] = [],
        [CompletedPartial] = [],
        [Failed] = [],
        [Cancelled] = [],
    };

    [Fact]
    public void Every_pair_of_statuses_is_as_the_table_says()
    {
        foreach (var from in Enum.GetValues<BatchStatus>())
        {
            Assert.Equal(Legal[from].Length == 0, from.IsFinal());
            foreach (var to in Enum.GetValues<BatchStatus>())
                Assert.True(Legal[from].Contains(to) == BatchTransitions.Allows(from, to), $"{from} -> {to}");
        }
    }

    [Fact]
    public void Every_status_has_the_wire_name_that_clients_know()
    {
        Assert.Equal(
            [
                "initializing", "validating", "dispatching", "in_progress", "in_progress_chunked",
                "waiting_for_scheduled_calls", "completed", "completed_partial", "failed", "cancelled",
            ],
            Enum.GetValues<BatchStatus>().Select(status => Core.WireName.Of(status)));
    }
}
