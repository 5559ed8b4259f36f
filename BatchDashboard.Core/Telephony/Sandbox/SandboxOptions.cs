using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>How the sandbox behaves; its calls are the same after a restart as long as seed and speed are.</summary>
public sealed class SandboxOptions
{
    public const string SectionName = "Providers:Sandbox";

    /// <summary>How many times faster than life its calls run.</summary>
    [Range(0.1, 100_000)]
    public double Speed { get; set; } = 10;

    /// <summary>Decides, with number and attempt, how each call goes.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The file of placed calls; by default the composition puts it into the data directory.</summary>
    [Required]
    public string? LedgerPath { get; set; }
}
