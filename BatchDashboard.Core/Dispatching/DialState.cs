using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Dispatching;

/// <summary>What of a batch may change while it is dialled, as one transaction saw it.</summary>
/// <param name="StartsAt">No call of the batch starts before it.</param>
/// <param name="StartedAt">When the first call was accepted.</param>
/// <param name="LoadedRow">The row number up to which the source is stored.</param>
/// <param name="DispatchedRow">The row number up to which every call has had its first turn.</param>
public sealed record DialState(
    int Number,
    string Provider,
    BatchStatus Status,
    bool Paused,
    bool StopRequested,
    DateTimeOffset? StartsAt,
    DateTimeOffset? StartedAt,
    int LoadedRow,
    int DispatchedRow,
    BatchLimits Limits)
{
    public static DialState Of(Batch batch) => new(
        batch.Number,
        batch.Provider,
        batch.Status,
        batch.Paused,
        batch.StopRequested,
        batch.StartsAt,
        batch.StartedAt,
        batch.LoadedRow,
        batch.DispatchedRow,
        batch.Limits);

    /// <summary>Nothing of the batch's own keeps a call from being dialled now.</summary>
    public bool MayDial(DateTimeOffset now) => Status.IsDialable() && !Paused && !StopRequested && !(StartsAt > now);
}
