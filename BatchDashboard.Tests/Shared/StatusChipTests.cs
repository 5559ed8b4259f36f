using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;
using Bunit;

namespace BatchDashboard.Tests.Shared;

public sealed class StatusChipTests : BunitContext
{
    public static TheoryData<BatchStatus> BatchStatuses => [.. Enum.GetValues<BatchStatus>()];

    public static TheoryData<CallStatus> CallStatuses => [.. Enum.GetValues<CallStatus>()];

    [Theory]
    [MemberData(nameof(BatchStatuses))]
    public void Every_status_of_a_batch_has_an_icon_and_a_word(BatchStatus status) => AssertIconAndWord(status.Look());

    [Theory]
    [MemberData(nameof(CallStatuses))]
    public void Every_status_of_a_call_has_an_icon_and_a_word(CallStatus status) => AssertIconAndWord(status.Look());

    [Fact]
    public void No_two_statuses_look_the_same()
    {
        var batches = Enum.GetValues<BatchStatus>().Select(status => status.Look()).ToList();
        var calls = Enum.GetValues<CallStatus>().Select(status => status.Look()).ToList();

        Assert.Equal(batches.Count, batches.DistinctBy(look => look.Word).Count());
        Assert.Equal(batches.Count, batches.DistinctBy(look => look.Icon).Count());
        Assert.Equal(calls.Count, calls.DistinctBy(look => look.Word).Count());
        Assert.Equal(calls.Count, calls.DistinctBy(look => look.Icon).Count());
    }

    private void AssertIconAndWord(StatusLook look)
    {
        var chip = Render<StatusChip>(parameters => parameters.Add(c => c.Look, look));

        Assert.Equal(look.Word, chip.Find(".chip").TextContent.Trim());
        Assert.NotEmpty(look.Word);
        Assert.NotEmpty(chip.FindAll("svg[aria-hidden=true] > *"));
        Assert.Contains(look.Tone.ToString().ToLowerInvariant(), chip.Find(".chip").ClassList);
    }
}
