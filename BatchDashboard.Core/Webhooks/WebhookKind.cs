namespace BatchDashboard.Core.Webhooks;

/// <summary>What a webhook tells of.</summary>
public enum WebhookKind
{
    /// <summary>A batch has reached a phase (<c>status_webhook</c>).</summary>
    Status,

    /// <summary>A call is over, or goes on (the settings <c>webhook</c> and <c>webhook_events</c>).</summary>
    Call,
}
