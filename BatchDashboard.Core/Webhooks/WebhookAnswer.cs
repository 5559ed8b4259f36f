namespace BatchDashboard.Core.Webhooks;

/// <summary>What one try met.</summary>
/// <param name="StatusCode">Null: no answer came.</param>
/// <param name="Error">Why none came: a stable code.</param>
/// <param name="Text">The beginning of the answer.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone.</param>
public sealed record WebhookAnswer(int? StatusCode, string? Error = null, string? Text = null, TimeSpan? RetryAfter = null)
{
    private const int GoneCode = 410;

    public bool IsDelivered => StatusCode is >= 200 and <= 299;

    /// <summary>The receiver wants no more of this batch.</summary>
    public bool IsGone => StatusCode == GoneCode;
}
