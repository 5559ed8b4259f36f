using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Core.Dispatching;

/// <summary>A batch while a job dials it, with what is worked out once for all its recipients; not for two jobs at once.</summary>
public sealed class BatchInHand(Batch batch, CallingClocks clocks)
{
    private CallingClock? _clock;

    public Batch Batch => batch;

    public RecipientSettings Recipients { get; } = new(batch.Plan.Settings, batch.Plan.Layout);

    public CallingClock Clock => _clock ??= clocks.For(batch);

    /// <summary>The calls that were looked at last were all held or skipped: the next look may be a longer one.</summary>
    internal bool NobodyWasFree { get; set; }
}
