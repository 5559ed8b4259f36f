using System.Collections.Concurrent;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Batches whose pause or cancel is committed: a last look in memory between a call's intent and its request.</summary>
public sealed class HaltedBatches
{
    private readonly ConcurrentDictionary<int, byte> _halted = new();

    public void Add(int batchNumber) => _halted.TryAdd(batchNumber, 0);

    public void Remove(int batchNumber) => _halted.TryRemove(batchNumber, out _);

    public bool Contains(int batchNumber) => _halted.ContainsKey(batchNumber);
}
