using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Webhooks;

/// <summary>Section <c>Webhooks</c> of the configuration.</summary>
public sealed class WebhookOptions
{
    public const string SectionName = "Webhooks";

    /// <summary>
    /// Hosts, separated by commas, that may stand in a private network; all others are reached at public addresses only.
    /// </summary>
    public string AllowedHosts { get; set; } = "";

    /// <summary>What messages are signed with; null: one is made at the first start.</summary>
    [MinLength(16, ErrorMessage = "Webhooks:SigningSecret has fewer than 16 characters. Remove it to have one made, or set a longer one.")]
    public string? SigningSecret { get; set; }

    public bool Allows(string host) => AllowedHosts
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Contains(host.Trim('[', ']'), StringComparer.OrdinalIgnoreCase);
}
