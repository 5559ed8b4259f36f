namespace BatchDashboard.Core.CallSettings;

/// <summary>What <c>webhook_events</c> may name and is told; other names are taken from clients of the original, and nothing comes of them.</summary>
public static class CallEventName
{
    public const string Setting = "webhook_events";

    /// <summary>The provider has taken the call.</summary>
    public const string Queue = "queue";

    /// <summary>The call has another status.</summary>
    public const string Call = "call";

    /// <summary>For logs.</summary>
    public const string Untold = "webhook_events other than queue and call";

    /// <summary>False: only the provider knows of it, so nothing can be told.</summary>
    public static bool IsTold(string? name) => name is Queue or Call;
}
