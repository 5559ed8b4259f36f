using System.ComponentModel.DataAnnotations;
using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Dispatching;

/// <summary>What one provider is asked for at most; <c>0</c> for no limit of its own.</summary>
public sealed class ProviderLimits
{
    [Range(0, BatchLimits.MostCalls)]
    public int MaxConcurrentCalls { get; set; }

    [Range(0.0, BatchLimits.MostCallsPerSecond)]
    public double MaxCallsPerSecond { get; set; }
}
