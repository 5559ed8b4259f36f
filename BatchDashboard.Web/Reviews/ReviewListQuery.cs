using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Reviews;

/// <summary>Which calls in doubt the review page shows, as its address says it.</summary>
/// <param name="Status"><see cref="CallStatus.Review"/> or <see cref="CallStatus.Uncertain"/>.</param>
/// <param name="After">The key of the last call of the page before.</param>
public sealed record ReviewListQuery(CallStatus Status, long? After)
{
    private const string LookedFor = "looked_for";

    public static ReviewListQuery Read(string? view, string? after) => new(
        view == LookedFor ? CallStatus.Uncertain : CallStatus.Review, PageAddress.Number<long>(after));

    public bool IsToDecide => Status == CallStatus.Review;

    public string Href => PageAddress.Of(
        "/review",
        ("view", IsToDecide ? null : LookedFor),
        ("after", After?.ToString(CultureInfo.InvariantCulture)));

    public TabLink Tab(CallStatus status, string word, int count) => new(
        $"{word} ({Counted.Number(count)})", new ReviewListQuery(status, null).Href, status == Status);
}
