namespace BatchDashboard.Core.Telephony;

/// <summary>The idempotency key of one dial: made before the request leaves, sent with it, looked for when its fate is unknown.</summary>
public readonly record struct AttemptKey(Guid Value)
{
    public override string ToString() => Value.ToString();
}
