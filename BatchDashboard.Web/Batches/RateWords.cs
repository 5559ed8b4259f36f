using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Says how fast a batch goes and how long it will take, or why nobody can tell.</summary>
internal static class RateWords
{
    /// <summary>Its calls end at a rate that says something about those to come.</summary>
    public static bool IsDialling(BatchSummary batch) => batch is { Paused: false, StopRequested: false } && !batch.Status.IsFinal();

    /// <param name="rate">Null while it does not dial.</param>
    public static string Of(BatchSummary batch, CompletionRate? rate) => batch switch
    {
        { StopRequested: true } => "being cancelled",
        { Paused: true } => "paused: how long the rest will take is told once it is resumed",
        { Loaded: false } => "the rows are being read",
        { Counts.InFlight: 0 } when rate?.PerMinute is null or 0 => "nothing is dialled right now",
        _ when rate?.PerMinute is null => "calculating the time left…",
        _ when rate.TimeFor(batch.Counts.Waiting + batch.Counts.InFlight) is { } left => $"{PerMinute(rate.PerMinute.Value)}, {Left(left)}",
        _ => "no call has ended lately",
    };

    private static string PerMinute(double rate) =>
        rate < 0.1 ? "less than one in ten minutes" : $"{rate.ToString(rate < 10 ? "0.#" : "N0", CultureInfo.InvariantCulture)}/min";

    // Never seconds: nobody can know them.
    private static string Left(TimeSpan left) => left switch
    {
        { TotalMinutes: < 1 } => "less than a minute left",
        { TotalHours: < 1 } => $"≈ {Math.Ceiling(left.TotalMinutes):N0} min left",
        { TotalHours: < 48 } => $"≈ {(int)left.TotalHours} h {left.Minutes} min left",
        _ => $"≈ {Counted.Number((long)Math.Round(left.TotalDays))} days left",
    };
}
