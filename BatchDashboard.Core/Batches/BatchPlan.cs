using System.Text.Json.Nodes;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.Templates;

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

    /// <summary>How many rows the source has, when they were counted before the launch; null: nobody knows yet.</summary>
    public int? Rows { get; init; }

    /// <summary>The draft whose changes lie over the rows of the source; null when nothing was changed.</summary>
    public Guid? EditedIn { get; init; }

    public required ImportRules Rules { get; init; }

    /// <summary>The call settings that hold for every recipient (<c>global</c> of the API).</summary>
    public JsonObject Settings { get; init; } = [];

    /// <summary>The settings that call objects give themselves; null: any of them may.</summary>
    public IReadOnlyList<string>? OwnSettings { get; init; }

    /// <summary>No call of the batch starts before it.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Null: only the installation's limit.</summary>
    public int? MaxConcurrent { get; init; }

    /// <summary>Null: only the installation's limit.</summary>
    public double? MaxCallsPerSecond { get; init; }

    /// <summary>Of batches that want to dial at the same time, a higher one comes first.</summary>
    public int Priority { get; init; }

    /// <summary>So long the limits grow from a tenth to the whole; 0: they hold at once.</summary>
    public int RampUpSeconds { get; init; }

    /// <summary>When its recipients may be called.</summary>
    public CallingRules Calling { get; init; } = CallingRules.None;

    /// <summary>Who places its calls; null: the installation's provider for new batches.</summary>
    public string? Provider { get; init; }

    public string? StatusWebhook { get; init; }

    /// <summary>Where the prompt and its settings came from; they may have been changed since. Null: from no template.</summary>
    public TemplateUse? Template { get; init; }

    /// <summary>Set when an operator had calls of another batch made again; the batch has copies of their rows and reads no source.</summary>
    public RepeatedCalls? Repeats { get; init; }
}
