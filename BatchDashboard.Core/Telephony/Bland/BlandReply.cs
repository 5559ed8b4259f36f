using System.Net;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>What the provider answered, read to its end.</summary>
/// <param name="RetryAfter">How long it asks to be left alone.</param>
internal sealed record BlandReply(HttpStatusCode Status, ReadOnlyMemory<byte> Body, TimeSpan? RetryAfter)
{
    private static readonly string[] DailyCaps = ["daily", "per day"];

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The key, the account or its balance is what is refused.</summary>
    public bool IsAboutAccount =>
        Status is HttpStatusCode.Unauthorized or HttpStatusCode.PaymentRequired or HttpStatusCode.Forbidden;

    /// <summary>What it says, or that it says nothing; without the account's key.</summary>
    public string Words(string key) => BlandWords.Of(Body, key) ?? $"The provider answered {(int)Status} and gave no reason.";

    /// <summary>
    /// What is known of a call after this answer to its placement. In doubt it is unknown, because one that is thought not
    /// to exist would be dialled again.
    /// </summary>
    public PlacementResult ToPlacement(string key)
    {
        if (IsSuccess)
        {
            return BlandJson.Parse(Body)?.Member("call_id").Text() is { } id
                ? new(PlacementOutcome.Accepted, id)
                : new(PlacementOutcome.Unknown, Code: "reply_unreadable");
        }

        if (IsAboutAccount)
            return new(PlacementOutcome.AccountRefused, Code: "account_refused", Message: Words(key));
        return Status switch
        {
            HttpStatusCode.TooManyRequests => TooMany(Words(key)),
            HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict => Unknown(key),
            >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError =>
                new(PlacementOutcome.Rejected, Code: "rejected", Message: Words(key)),
            _ => Unknown(key),
        };
    }

    private PlacementResult TooMany(string words)
    {
        if (words.Contains("blacklisted", StringComparison.OrdinalIgnoreCase))
            return new(PlacementOutcome.Rejected, Code: "blacklisted", Message: words);
        return DailyCaps.Any(cap => words.Contains(cap, StringComparison.OrdinalIgnoreCase))
            ? new(PlacementOutcome.AccountRefused, Code: "daily_cap", Message: words)
            : new(PlacementOutcome.RateLimited, Code: "rate_limited", Message: words, RetryAfter: RetryAfter);
    }

    private PlacementResult Unknown(string key) =>
        new(PlacementOutcome.Unknown, Code: $"http_{(int)Status}", Message: BlandWords.Of(Body, key));
}
