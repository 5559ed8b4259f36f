using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching.Standstills;

namespace BatchDashboard.Web.Endpoints;

/// <summary>A batch as <c>/v2</c> shows it.</summary>
internal sealed record BatchBody : BatchCounters
{
    private BatchBody(BatchCounts counts)
        : base(counts)
    {
    }

    public required Guid Id { get; init; }
    public required string UserId { get; init; }

    /// <summary>The settings of <c>global</c>, as JSON in a string.</summary>
    public required string BasePrompt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The first ten.</summary>
    public required IReadOnlyList<JsonObject> CallObjects { get; init; }

    public required string Description { get; init; }
    public required string Status { get; init; }
    public required bool Paused { get; init; }
    public required string? Code { get; init; }
    public required string? Reason { get; init; }
    public required string Source { get; init; }
    public required OutcomesBody Outcomes { get; init; }
    public required DateTimeOffset? StartTime { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Why nothing of it is being dialled; null while something is, or once it is finished.</summary>
    public required WaitingForBody? WaitingFor { get; init; }

    public static BatchBody Of(BatchSummary batch, IReadOnlyList<JsonObject> callObjects, Standstill? standstill) => new(batch.Counts)
    {
        Id = batch.Id.Value,
        UserId = batch.CreatedBy,
        BasePrompt = ApiJson.Text(batch.Plan.Settings),
        CreatedAt = batch.CreatedAt,
        CallObjects = callObjects,
        Description = batch.Name,
        Status = WireName.Of(batch.Status),
        Paused = batch.Paused,
        Code = batch.Code,
        Reason = batch.Reason,
        Source = WireName.Of(batch.Plan.Source),
        Outcomes = OutcomesBody.Of(batch.Counts),
        StartTime = batch.Plan.StartTime,
        StartedAt = batch.StartedAt,
        FinishedAt = batch.FinishedAt,
        WaitingFor = WaitingForBody.Of(standstill),
    };
}
