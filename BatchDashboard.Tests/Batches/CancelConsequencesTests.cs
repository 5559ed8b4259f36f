using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Batches;

namespace BatchDashboard.Tests.Batches;

public sealed class CancelConsequencesTests
{
    [Theory]
    [InlineData(388, 10, false, "388 queued calls will not be dialled. 10 calls in progress will finish.", "Cancel 388 calls")]
    [InlineData(388, 10, true, "388 queued calls will not be dialled. 10 calls in progress will be hung up.", "Cancel 388 calls")]
    [InlineData(1, 1, false, "1 queued call will not be dialled. 1 call in progress will finish.", "Cancel 1 call")]
    [InlineData(1_234_567, 0, false, "1,234,567 queued calls will not be dialled.", "Cancel 1,234,567 calls")]
    [InlineData(0, 10, false, "No call is queued at the moment. 10 calls in progress will finish.", "Cancel batch")]
    [InlineData(0, 1, true, "No call is queued at the moment. 1 call in progress will be hung up.", "Hang up 1 call")]
    [InlineData(0, 0, true, "No call is queued at the moment.", "Cancel batch")]
    public void The_dialog_says_in_exact_numbers_what_will_happen(
        int waiting, int inFlight, bool hangUp, string said, string button)
    {
        var consequences = new CancelConsequences(Batch(waiting, inFlight, loaded: true), hangUp);

        Assert.Equal($"{said} This cannot be undone.", string.Join(" ", consequences.Sentences));
        Assert.Equal(button, consequences.Button);
    }

    [Fact]
    public void Rows_that_are_not_read_yet_are_not_forgotten()
    {
        var consequences = new CancelConsequences(Batch(2000, 0, loaded: false), HangUp: false);

        Assert.Contains("The file is still being read; its other rows will not be dialled either.", consequences.Sentences);
    }

    // Waiting and in flight are sums of several statuses each; every one of them counts.
    private static BatchSummary Batch(int waiting, int inFlight, bool loaded) => new()
    {
        Number = 1,
        Id = new BatchId(Guid.Parse("0199a1b2-1111-7000-8000-00000000f3c2")),
        Name = "May reminders",
        Status = loaded ? BatchStatus.InProgress : BatchStatus.Validating,
        Paused = false,
        StopRequested = false,
        Code = null,
        Reason = null,
        CreatedAt = default,
        CreatedBy = "tester",
        StartedAt = null,
        FinishedAt = null,
        Provider = "sandbox",
        Loaded = loaded,
        Chunked = false,
        Counts = new BatchCounts
        {
            Held = waiting / 3,
            Queued = waiting - (waiting / 3),
            Ringing = inFlight / 2,
            Uncertain = inFlight / 4,
            InProgress = inFlight - (inFlight / 2) - (inFlight / 4),
            Completed = 600,
            Skipped = 2,
        },
        Limits = new BatchLimits(null, null, 0, 0),
        Plan = new BatchPlan
        {
            Name = "May reminders",
            SourceFile = "source.csv",
            Source = BatchSource.Csv,
            Rules = new ImportRules(new PhoneRules()),
        },
    };
}
