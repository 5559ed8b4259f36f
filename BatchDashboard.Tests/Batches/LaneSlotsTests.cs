using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Batches;

namespace BatchDashboard.Tests.Batches;

public sealed class LaneSlotsTests
{
    [Fact]
    public void A_call_keeps_its_place_and_a_free_one_is_taken_by_the_next()
    {
        var lane = new LaneSlots(3);
        lane.Place([Call(1), Call(2), Call(3), Call(4)]);
        Assert.Equal([1, 2, 3], Rows(lane));

        lane.Place([Call(1), Call(3)]);
        Assert.Equal([1, null, 3], Rows(lane));

        lane.Place([Call(3), Call(5), Call(6)]);
        Assert.Equal([5, 6, 3], Rows(lane));

        lane.Place([]);
        Assert.Equal([null, null, null], Rows(lane));
    }

    [Fact]
    public void A_call_that_is_as_it_was_is_not_drawn_again()
    {
        var lane = new LaneSlots(2);
        lane.Place([Call(1), Call(2)]);
        var before = lane.Slots.ToArray();

        lane.Place([Call(1), Call(2) with { Status = CallStatus.InProgress }]);

        Assert.Same(before[0], lane.Slots[0]);
        Assert.Equal(CallStatus.InProgress, lane.Slots[1]!.Status);
    }

    private static IEnumerable<int?> Rows(LaneSlots lane) => lane.Slots.Select(call => call?.RowNumber);

    private static CallSummary Call(int row) => new()
    {
        Key = new CallKey(1, row),
        Id = new CallId(Guid.Empty),
        BatchId = new BatchId(Guid.Empty),
        BatchName = "May reminders",
        Status = CallStatus.Ringing,
        ToNumber = "+12125550123",
        AnsweredBy = null,
        CreatedAt = default,
        StartedAt = null,
        AnsweredAt = null,
        EndedAt = null,
        NotBefore = null,
        Dials = 1,
        ErrorCode = null,
    };
}
