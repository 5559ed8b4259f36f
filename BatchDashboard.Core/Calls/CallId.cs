namespace BatchDashboard.Core.Calls;

/// <summary>The public id of a call (UUIDv7).</summary>
public readonly record struct CallId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
