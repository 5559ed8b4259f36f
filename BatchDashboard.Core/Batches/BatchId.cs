namespace BatchDashboard.Core.Batches;

/// <summary>The public id of a batch (UUIDv7).</summary>
public readonly record struct BatchId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
