using System.Collections.Concurrent;

namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// Batches that are paused or cancelled: a last look in memory between a call's intent and its request. It is changed
/// inside the transaction that changes the batch, whose turn at the write gate keeps a pause and a resume in their order.
/// </summary>
public sealed class HaltedBatches
{
    private readonly ConcurrentDictionary<int, byte> _halted = new();

    public void Set(int batchNumber, bool isHalted)
    {
        if (isHalted)
            _halted.TryAdd(batchNumber, 0);
        else
            _halted.TryRemove(batchNumber, out _);
    }

    public bool Contains(int batchNumber) => _halted.ContainsKey(batchNumber);
}
