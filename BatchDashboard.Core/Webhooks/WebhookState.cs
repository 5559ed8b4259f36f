namespace BatchDashboard.Core.Webhooks;

/// <summary>What became of a message to a webhook.</summary>
public enum WebhookState
{
    /// <summary>It is sent when its time and its turn come.</summary>
    Pending,

    /// <summary>The receiver has answered with a 2xx.</summary>
    Delivered,

    /// <summary>Every try has failed.</summary>
    Failed,

    /// <summary>The receiver has said that it wants no more (410), for this message or one before it.</summary>
    Gone,
}
