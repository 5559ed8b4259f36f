using System.ComponentModel.DataAnnotations;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Dispatching;

/// <summary>The installation's limits and patience; <c>0</c> switches a limit off.</summary>
public sealed class DispatchOptions
{
    public const string SectionName = "Dispatch";

    /// <summary>Calls in flight at once, over all batches.</summary>
    [Range(0, BatchLimits.MostCalls)]
    public int MaxConcurrentCalls { get; set; } = 100;

    /// <summary>Over all batches.</summary>
    [Range(0.0, BatchLimits.MostCallsPerSecond)]
    public double MaxCallsPerSecond { get; set; } = 50;

    /// <summary>A batch with more recipients is dialled by several slices side by side.</summary>
    [Range(1, 1_000_000)]
    public int ChunkSize { get; set; } = 1000;

    /// <summary>How long a job may work, or a placement may stay unanswered, before others take over, in seconds.</summary>
    [Range(2, 600)]
    public int LeaseSeconds { get; set; } = 30;

    /// <summary>How long an uncertain call is looked for before an operator must decide, in seconds.</summary>
    [Range(1, 86_400)]
    public int ReviewAfterSeconds { get; set; } = 900;

    /// <summary>A batch is paused when that share of its last ended calls has failed, in percent.</summary>
    [Range(0, 100)]
    public int AutoPausePercent { get; set; } = 50;

    /// <summary>How many ended calls that share is taken of.</summary>
    [Range(0, 1000)]
    public int AutoPauseWindow { get; set; } = 50;

    /// <summary>For tests alone: see <see cref="FaultPoints"/>.</summary>
    public string? CrashAt { get; set; }

    /// <summary>Limits of single providers, by their names.</summary>
    public Dictionary<string, ProviderLimits> Providers { get; } = [];

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
