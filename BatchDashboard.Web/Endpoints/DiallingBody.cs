using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Whether all dialling is stopped, by whom and since when.</summary>
internal sealed record DiallingBody(bool Stopped, string? StoppedBy, DateTimeOffset? StoppedAt)
{
    public static DiallingBody Of(DialStop? stop) => new(stop is not null, stop?.By, stop?.At);
}
