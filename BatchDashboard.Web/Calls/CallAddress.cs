using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Calls;

/// <summary>Where a call is shown.</summary>
internal static class CallAddress
{
    /// <param name="query">The filters of the list that leads there, with their question mark; they lead back.</param>
    public static string Of(CallId id, string? query = null) => $"/calls/{id}{query}";
}
