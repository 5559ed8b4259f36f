namespace BatchDashboard.Core.Webhooks;

/// <summary>One try to deliver a message, for the delivery log.</summary>
public sealed class WebhookTry
{
    /// <summary>How much of an answer is kept, in bytes.</summary>
    public const int LongestAnswer = 1024;

    private WebhookTry()
    {
    }

    public long MessageNumber { get; private set; }

    /// <summary>From 1, over all tries of the message.</summary>
    public int Try { get; private set; }

    public DateTimeOffset At { get; private set; }

    public int Milliseconds { get; private set; }

    /// <summary>The HTTP status of the answer; null when there was none.</summary>
    public int? StatusCode { get; private set; }

    /// <summary>Why there was no answer: a stable code.</summary>
    public string? Error { get; private set; }

    /// <summary>The beginning of the answer.</summary>
    public string? Answer { get; private set; }
}
