using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Dispatching;

/// <summary>The installation's limits and patience; <c>0</c> switches a limit off.</summary>
public sealed class DispatchOptions
{
    public const string SectionName = "Dispatch";

    /// <summary>Calls in flight at once, over all batches.</summary>
    [Range(0, 100_000)]
    public int MaxConcurrentCalls { get; set; } = 100;

    /// <summary>Over all batches.</summary>
    [Range(0.0, 10_000.0)]
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

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
