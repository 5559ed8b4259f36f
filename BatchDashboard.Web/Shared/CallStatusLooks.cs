using System.Diagnostics;
using BatchDashboard.Core.Calls;
using MudBlazor;

namespace BatchDashboard.Web.Shared;

/// <summary>The one table of how the status of a call is shown.</summary>
public static class CallStatusLooks
{
    public static StatusLook Look(this CallStatus status) => status switch
    {
        CallStatus.Queued => new(Icons.Material.Filled.HourglassEmpty, "Queued", Tone.Neutral),
        CallStatus.Held => new(Icons.Material.Filled.Schedule, "Held", Tone.Info),
        CallStatus.Dialing => new(Icons.Material.Filled.Dialpad, "Dialling", Tone.Active),
        CallStatus.Ringing => new(Icons.Material.Filled.RingVolume, "Ringing", Tone.Active),
        CallStatus.InProgress => new(Icons.Material.Filled.Call, "In progress", Tone.Active),
        CallStatus.Uncertain => new(Icons.Material.Filled.QuestionMark, "Uncertain", Tone.Warning),
        CallStatus.Review => new(Icons.Material.Filled.Flag, "To review", Tone.Warning),
        CallStatus.Completed => new(Icons.Material.Filled.Check, "Completed", Tone.Success),
        CallStatus.Voicemail => new(Icons.Material.Filled.Voicemail, "Voicemail", Tone.Info),
        CallStatus.NoAnswer => new(Icons.Material.Filled.PhoneMissed, "No answer", Tone.Neutral),
        CallStatus.Busy => new(Icons.Material.Filled.PhoneLocked, "Busy", Tone.Neutral),
        CallStatus.Failed => new(Icons.Material.Filled.Close, "Failed", Tone.Danger),
        CallStatus.Unknown => new(Icons.Material.Filled.HelpOutline, "Unknown", Tone.Warning),
        CallStatus.Canceled => new(Icons.Material.Filled.Block, "Cancelled", Tone.Neutral),
        CallStatus.Skipped => new(Icons.Material.Filled.SkipNext, "Skipped", Tone.Neutral),
        _ => throw new UnreachableException($"No look for {status}."),
    };
}
