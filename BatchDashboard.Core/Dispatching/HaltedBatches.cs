using System.Collections.Concurrent;

namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// Batches that are paused or cancelled, and the stop of all dialling: a last look in memory between a call's intent and
/// its request. It is changed inside the transaction that changes the database, whose turn at the write gate keeps a pause
/// and a resume in their order.
/// </summary>
public sealed class HaltedBatches
{
    private readonly ConcurrentDictionary<int, byte> _halted = new();

    private volatile bool _all;

    /// <summary>Nothing at all is dialled.</summary>
    public bool All
    {
        get => _all;
        set => _all = value;
    }

    public void Set(int batchNumber, bool isHalted)
    {
        if (isHalted)
            _halted.TryAdd(batchNumber, 0);
        else
            _halted.TryRemove(batchNumber, out _);
    }

    public bool Contains(int batchNumber) => All || _halted.ContainsKey(batchNumber);
}
