using System.Text.Json.Serialization;

namespace BatchDashboard.Tests.Support;

/// <summary>One call that the sandbox provider has placed.</summary>
public sealed record LedgerEntry(
    [property: JsonPropertyName("placed_at")] DateTimeOffset PlacedAt,
    [property: JsonPropertyName("attempt_id")] Guid AttemptId,
    [property: JsonPropertyName("attempt")] int Attempt,
    [property: JsonPropertyName("batch_id")] Guid? BatchId,
    [property: JsonPropertyName("call_id")] Guid CallId,
    [property: JsonPropertyName("to")] string To);
