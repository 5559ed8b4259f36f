namespace BatchDashboard.Core.Batches.Requests;

/// <summary>A request that carried an <c>Idempotency-Key</c>, and the batch it became.</summary>
public sealed class AcceptedRequest
{
    /// <summary>Whose key it is: two programs may choose the same one.</summary>
    public required string Caller { get; init; }

    public required string Key { get; init; }

    /// <summary>Hash of the body; another body under the same key is a mistake of the program.</summary>
    public required string Fingerprint { get; init; }

    public required BatchId BatchId { get; init; }
    public required DateTimeOffset At { get; init; }
}
