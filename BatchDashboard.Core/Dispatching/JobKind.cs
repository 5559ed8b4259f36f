namespace BatchDashboard.Core.Dispatching;

/// <summary>The jobs that move batches along; each is idempotent and re-reads the truth first.</summary>
public enum JobKind
{
    PrepareBatch,
    DispatchSlice,
    WatchCalls,
    FinishBatch,
}
