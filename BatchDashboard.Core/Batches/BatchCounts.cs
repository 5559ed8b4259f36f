using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Batches;

/// <summary>How many calls of a batch stand in each status; kept on the batch's row, in the transaction that moves the calls.</summary>
public sealed record BatchCounts
{
    public int Queued { get; init; }
    public int Held { get; init; }
    public int Dialing { get; init; }
    public int Ringing { get; init; }
    public int InProgress { get; init; }
    public int Uncertain { get; init; }
    public int Review { get; init; }
    public int Completed { get; init; }
    public int Voicemail { get; init; }
    public int NoAnswer { get; init; }
    public int Busy { get; init; }
    public int Failed { get; init; }
    public int Unknown { get; init; }
    public int Canceled { get; init; }
    public int Skipped { get; init; }

    /// <summary>Not dialled yet.</summary>
    public int Waiting => Queued + Held;

    /// <summary>A request to the provider may exist.</summary>
    public int InFlight => Dialing + Ringing + InProgress + Uncertain;

    /// <summary>The call took place, whoever picked up or did not.</summary>
    public int Successful => Completed + Voicemail + NoAnswer + Busy;

    /// <summary>It failed, or nobody can know.</summary>
    public int NotSuccessful => Failed + Unknown + Review;

    public int Total => Waiting + InFlight + Successful + NotSuccessful + Canceled + Skipped;

    /// <summary>The part that will not change any more.</summary>
    public int Settled => Total - Waiting - InFlight;

    /// <summary>Rows that are calls, whatever became of them.</summary>
    public int Calls => Total - Skipped;

    /// <summary>Calls that were made and will not change any more; what was cancelled was not done.</summary>
    public int CallsDone => Settled - Skipped - Canceled;

    public int Of(CallStatus status) => status switch
    {
        CallStatus.Queued => Queued,
        CallStatus.Held => Held,
        CallStatus.Dialing => Dialing,
        CallStatus.Ringing => Ringing,
        CallStatus.InProgress => InProgress,
        CallStatus.Uncertain => Uncertain,
        CallStatus.Review => Review,
        CallStatus.Completed => Completed,
        CallStatus.Voicemail => Voicemail,
        CallStatus.NoAnswer => NoAnswer,
        CallStatus.Busy => Busy,
        CallStatus.Failed => Failed,
        CallStatus.Unknown => Unknown,
        CallStatus.Canceled => Canceled,
        CallStatus.Skipped => Skipped,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
