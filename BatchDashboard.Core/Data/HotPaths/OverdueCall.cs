using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>A call in flight that has been silent too long, with all it takes to ask about it or to place it again under its key.</summary>
/// <param name="LastIntendedAt">The last time that a request for it may have left.</param>
internal sealed record OverdueCall(
    DialIntent Intent,
    CallStatus Status,
    string Provider,
    string? ProviderCallId,
    DateTimeOffset IntendedAt,
    DateTimeOffset? AnsweredAt,
    DateTimeOffset LastIntendedAt);
