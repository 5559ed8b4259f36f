using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Batches;

/// <summary>Places for calls that go on: each keeps its own until it ends, so that nothing moves.</summary>
internal sealed class LaneSlots(int most)
{
    private readonly List<CallSummary?> _slots = [];

    /// <summary>Null: the place is free. There are never fewer than there were.</summary>
    public IReadOnlyList<CallSummary?> Slots => _slots;

    /// <param name="current">Calls that go on, and those that shall stay although they have ended.</param>
    public void Place(IReadOnlyCollection<CallSummary> current)
    {
        var coming = current.ToDictionary(call => call.Key);
        for (var index = 0; index < _slots.Count; index++)
        {
            if (_slots[index] is not { } old)
                continue;
            // One that is as it was keeps its instance, so that it is not rendered again.
            _slots[index] = coming.Remove(old.Key, out var now) ? (now == old ? old : now) : null;
        }

        foreach (var call in current.Where(call => coming.ContainsKey(call.Key)))
        {
            var free = _slots.IndexOf(null);
            if (free >= 0)
                _slots[free] = call;
            else if (_slots.Count < most)
                _slots.Add(call);
        }
    }
}
