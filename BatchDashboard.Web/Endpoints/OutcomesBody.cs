using BatchDashboard.Core.Batches;

namespace BatchDashboard.Web.Endpoints;

/// <summary>How the calls of a batch ended.</summary>
/// <param name="Unknown">Also those an operator has yet to decide about.</param>
internal sealed record OutcomesBody(int Completed, int Voicemail, int NoAnswer, int Busy, int Failed, int Unknown)
{
    public static OutcomesBody Of(BatchCounts counts) => new(
        counts.Completed,
        counts.Voicemail,
        counts.NoAnswer,
        counts.Busy,
        counts.Failed,
        counts.Unknown + counts.Review);
}
