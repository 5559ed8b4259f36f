using System.Text;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Collects the moves of one transaction and writes them to the counters of their batches in one statement each.</summary>
internal sealed class CounterChanges
{
    private readonly Dictionary<(int Batch, CallStatus Status), int> _changes = [];

    public IEnumerable<int> Batches => _changes.Keys.Select(key => key.Batch).Distinct();

    public void Add(int batch, CallStatus status, int change) =>
        _changes[(batch, status)] = _changes.GetValueOrDefault((batch, status)) + change;

    public void Move(int batch, CallStatus from, CallStatus to)
    {
        Add(batch, from, -1);
        Add(batch, to, +1);
    }

    public void Write(DashboardDbContext context)
    {
        foreach (var batch in _changes.Where(change => change.Value != 0).GroupBy(change => change.Key.Batch))
        {
            var sets = new StringBuilder();
            foreach (var ((_, status), change) in batch)
            {
                var counter = SqlStates.Counter(status);
                sets.Append(sets.Length == 0 ? "" : ", ").Append(counter).Append(" = ").Append(counter).Append(" + ").Append(change);
            }

            context.Run($"UPDATE batches SET {sets} WHERE number = @batch", ("@batch", batch.Key));
        }
    }
}
