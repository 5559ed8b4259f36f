using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Collects the moves of one transaction and writes them to the counters of their batches in one statement each.</summary>
internal sealed class CounterChanges
{
    private readonly Dictionary<(int Batch, CallStatus Status), int> _changes = [];

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
            var changes = batch.OrderBy(change => change.Key.Status).ToList();
            var sets = changes.Select(change => SqlStates.Counter(change.Key.Status)).Select(counter => $"{counter} = {counter} + @{counter}");
            context.Run(
                $"UPDATE batches SET {string.Join(", ", sets)} WHERE number = @batch",
                [("@batch", batch.Key), .. changes.Select(change => ("@" + SqlStates.Counter(change.Key.Status), (object?)change.Value))]);
        }
    }
}
