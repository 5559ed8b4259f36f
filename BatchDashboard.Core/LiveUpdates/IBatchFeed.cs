namespace BatchDashboard.Core.LiveUpdates;

/// <summary>Tells whoever looks that batches changed; what changed is read again from the database.</summary>
public interface IBatchFeed
{
    void Publish(BatchChange change);

    /// <summary>
    /// Calls back at most four times a second, with all that changed since the last time merged by batch; never twice at
    /// once. Disposing ends it.
    /// </summary>
    /// <param name="batchNumber">Null: every batch.</param>
    IDisposable Subscribe(int? batchNumber, Func<IReadOnlyList<BatchChange>, CancellationToken, Task> onChange);
}
