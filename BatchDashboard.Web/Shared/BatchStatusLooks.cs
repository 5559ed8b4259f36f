using System.Diagnostics;
using BatchDashboard.Core.Batches;
using MudBlazor;

namespace BatchDashboard.Web.Shared;

/// <summary>The one table of how the status of a batch is shown.</summary>
public static class BatchStatusLooks
{
    public static StatusLook Look(this BatchStatus status) => status switch
    {
        BatchStatus.Initializing => new(Icons.Material.Filled.HourglassEmpty, "Initializing", Tone.Neutral),
        BatchStatus.Validating => new(Icons.Material.Filled.FactCheck, "Validating", Tone.Info),
        BatchStatus.Dispatching => new(Icons.Material.Filled.Send, "Dispatching", Tone.Info),
        BatchStatus.InProgress => new(Icons.Material.Filled.PlayArrow, "In Progress", Tone.Active),
        BatchStatus.InProgressChunked =>
            new(Icons.Material.Filled.FastForward, "In Progress (Chunked)", Tone.Active),
        BatchStatus.WaitingForScheduledCalls =>
            new(Icons.Material.Filled.Schedule, "Waiting for Scheduled Calls", Tone.Info),
        BatchStatus.Completed => new(Icons.Material.Filled.Check, "Completed", Tone.Success),
        BatchStatus.CompletedPartial => new(Icons.Material.Filled.Contrast, "Completed Partial", Tone.Warning),
        BatchStatus.Failed => new(Icons.Material.Filled.Close, "Failed", Tone.Danger),
        BatchStatus.Cancelled => new(Icons.Material.Filled.Block, "Cancelled", Tone.Neutral),
        _ => throw new UnreachableException($"No look for {status}."),
    };
}
