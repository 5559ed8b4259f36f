using System.Text.Json.Nodes;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>What a program asks of a batch, checked; its recipients are read apart from it.</summary>
internal sealed record BatchRequest
{
    /// <summary>The settings of <c>global</c> in their normal form.</summary>
    public required JsonObject Settings { get; init; }

    /// <summary>What was given among them and has no effect.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary><c>global</c> itself says what the agent is to do.</summary>
    public required bool SaysSomething { get; init; }

    public string? Description { get; init; }
    public string? StatusWebhook { get; init; }
    public int? MaxConcurrent { get; init; }
    public double? MaxCallsPerSecond { get; init; }
    public DateTimeOffset? StartTime { get; init; }
    public CallingRules Calling { get; init; } = CallingRules.None;
    public int Priority { get; init; }
    public int RampUpSeconds { get; init; }
    public IReadOnlyDictionary<string, string> ColumnMapping { get; init; } = new Dictionary<string, string>();
    public PhoneRules Phone { get; init; } = new();
    public bool CallDuplicates { get; init; }
}
