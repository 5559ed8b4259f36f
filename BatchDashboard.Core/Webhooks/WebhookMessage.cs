using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.Webhooks;

/// <summary>A message to a webhook, from the transaction that made its cause true until it is delivered or given up.</summary>
public sealed class WebhookMessage
{
    private WebhookMessage()
    {
    }

    /// <summary>In the order of what happened.</summary>
    public long Number { get; private set; }

    /// <summary>The same at every try, so that a receiver notices what it has had (<c>webhook-id</c>).</summary>
    public Guid Id { get; private set; }

    public WebhookKind Kind { get; private set; }

    public int BatchNumber { get; private set; }

    public BatchId BatchId { get; private set; }

    /// <summary>The call that it is about; null for a phase of a batch.</summary>
    public long? CallKey { get; private set; }

    /// <summary>The phase, or the new status of the call.</summary>
    public string Event { get; private set; } = "";

    public string Url { get; private set; } = "";

    /// <summary>Host and port of the address; no receiver gets more than a few messages at once.</summary>
    public string Host { get; private set; } = "";

    /// <summary>What is sent; that of a call that is over is written at its first try, when its details are known.</summary>
    public string? Body { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public WebhookState State { get; private set; }

    /// <summary>How often it was sent since it was last put into the queue.</summary>
    public int Tries { get; private set; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextAt { get; private set; }
}
