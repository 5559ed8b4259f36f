using System.Text.Json.Nodes;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What a batch was asked for, in the older shape.</summary>
internal sealed record OlderBatchParams(
    Guid Id, string Label, DateTimeOffset CreatedAt, string? BasePrompt, JsonObject CallParams);
