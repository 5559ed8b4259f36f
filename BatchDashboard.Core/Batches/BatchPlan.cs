using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Batches;

/// <summary>Everything that is decided about a batch before it is launched; frozen from then on.</summary>
public sealed record BatchPlan
{
    /// <summary>The description of the API; shown as the batch's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file that holds the recipients, relative to the uploads folder.</summary>
    public required string SourceFile { get; init; }

    /// <summary>The name the file came with, for people.</summary>
    public string? SourceName { get; init; }

    public required BatchSource Source { get; init; }

    /// <summary>How to read a CSV source; null for call objects.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>What the columns of a CSV source mean; null for call objects.</summary>
    public RowLayout? Layout { get; init; }

    /// <summary>The draft whose changes lie over the rows of the source; null when nothing was changed.</summary>
    public Guid? EditedIn { get; init; }

    public required ImportRules Rules { get; init; }

    /// <summary>The call settings that hold for every recipient (<c>global</c> of the API).</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>No call of the batch starts before it.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Null: only the installation's limit.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Null: only the installation's limit.</summary>
    public double? MaxCallsPerSecond { get; init; }

    public string? StatusWebhook { get; init; }
}
