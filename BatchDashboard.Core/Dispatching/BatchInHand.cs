using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Dispatching;

/// <summary>A batch while a job dials it, with what is worked out once for all its recipients.</summary>
public sealed class BatchInHand(Batch batch)
{
    public Batch Batch => batch;

    public RecipientSettings Recipients { get; } = new(batch.Plan.Settings, batch.Plan.Layout);
}
