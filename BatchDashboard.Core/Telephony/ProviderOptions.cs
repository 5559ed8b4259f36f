using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Telephony;

/// <summary>Which provider places the calls of new batches.</summary>
public sealed class ProviderOptions
{
    public const string SectionName = "Providers";

    [Required]
    public string Default { get; set; } = "sandbox";
}
