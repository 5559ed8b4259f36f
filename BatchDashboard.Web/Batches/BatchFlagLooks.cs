using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>How the flags beside the status of a batch are shown.</summary>
internal static class BatchFlagLooks
{
    private static readonly StatusLook Paused = new(Icons.Material.Filled.Pause, "Paused", Tone.Warning);
    private static readonly StatusLook Cancelling = new(Icons.Material.Filled.Block, "Cancelling", Tone.Neutral);

    /// <summary>Null when there is nothing to add to the status.</summary>
    public static StatusLook? FlagLook(this BatchSummary batch) => batch switch
    {
        _ when batch.Status.IsFinal() => null,
        { StopRequested: true } => Cancelling,
        { Paused: true } => Paused,
        _ => null,
    };
}
