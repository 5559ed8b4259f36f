using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Says why nothing is dialled, as a notice of a page.</summary>
internal static class StandstillNotices
{
    /// <summary>A notice of this kind can be out of date without any change of the batch.</summary>
    public static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    /// <summary>Null when it is dialled, or the page says why not by other means: its frame, or the progress of the load.</summary>
    public static Notice? Of(Standstill? standstill, string title) => standstill switch
    {
        null or { Code: "dialling_stopped" or "validating" } => null,
        { Code: "start_time", Next: { } start } => new(Tone.Info, title, "It starts", When: start),
        _ => new(Tone.Info, title, standstill.Next is null ? standstill.Message : $"{standstill.Message} Next try:", When: standstill.Next),
    };
}
