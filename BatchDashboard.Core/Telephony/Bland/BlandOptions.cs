using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Where the provider is and how it is listened to; its key is in <see cref="ProviderKeys"/>.</summary>
public sealed class BlandOptions
{
    public const string SectionName = "Providers:Bland";

    /// <summary>The provider's name in the configuration and in the database.</summary>
    public const string ProviderName = "bland";

    /// <summary>Where the provider posts what became of a call, below the public address.</summary>
    public const string CallbackPath = "/providers/bland/events";

    private static readonly TimeSpan WhenSilent = TimeSpan.FromSeconds(15);

    /// <summary>Callbacks may be lost: polling finds what they did not say.</summary>
    private static readonly TimeSpan BesideCallbacks = TimeSpan.FromSeconds(60);

    [Required]
    public string BaseUrl { get; set; } = "https://api.bland.ai";

    /// <summary>What callbacks are signed with; without it none is asked for and none is taken.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>How long a call may be silent before it is asked about, in seconds.</summary>
    [Range(1, 3600)]
    public int? PollSeconds { get; set; }

    /// <summary>The installation's own <c>PublicUrl</c>.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Null: calls are polled.</summary>
    public string? CallbackUrl => string.IsNullOrWhiteSpace(PublicUrl) || string.IsNullOrEmpty(WebhookSecret)
        ? null
        : PublicUrl.TrimEnd('/') + CallbackPath;

    public TimeSpan PollInterval => PollSeconds is { } seconds
        ? TimeSpan.FromSeconds(seconds)
        : CallbackUrl is null ? WhenSilent : BesideCallbacks;
}
