namespace BatchDashboard.Core.Dispatching.Rates;

/// <summary>
/// Who may take permits that several batches want: higher priority first, and among equals whoever has had the least. A
/// batch that has not asked for a while keeps nobody waiting.
/// </summary>
internal sealed class FairTurns(TimeProvider time)
{
    /// <summary>Longer than a slice waits before it asks again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly Dictionary<int, Turn> _turns = [];

    /// <summary>How many of the wanted permits the batch may take before others have had theirs.</summary>
    /// <param name="lead">How many more than the others one may have had.</param>
    public int Ask(int batch, int priority, int wanted, int lead)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            foreach (var (gone, _) in _turns.Where(turn => time.GetElapsedTime(turn.Value.AskedAt, now) > Patience).ToList())
                _turns.Remove(gone);
            var others = _turns.Where(turn => turn.Key != batch).Select(turn => turn.Value).ToList();
            var least = others.Where(other => other.Priority == priority).Select(other => other.Taken).DefaultIfEmpty(0).Min();
            // Whoever comes anew starts where the others are: it has no claim on what they had before.
            var taken = _turns.TryGetValue(batch, out var known) ? known.Taken : least;
            _turns[batch] = new Turn(priority, taken, now);
            if (others.Exists(other => other.Priority > priority))
                return 0;
            return others.Exists(other => other.Priority == priority)
                ? (int)Math.Clamp(least + lead - taken, 0, wanted)
                : wanted;
        }
    }

    /// <summary>It could not use all that it took, so it keeps nobody waiting until it asks again.</summary>
    public void Leave(int batch)
    {
        lock (_lock)
            _turns.Remove(batch);
    }

    /// <summary>Counts what was taken.</summary>
    public void Took(int batch, int permits)
    {
        lock (_lock)
        {
            if (_turns.TryGetValue(batch, out var turn))
                _turns[batch] = turn with { Taken = turn.Taken + permits };
        }
    }

    private readonly record struct Turn(int Priority, long Taken, long AskedAt);
}
