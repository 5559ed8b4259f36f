namespace BatchDashboard.Core.Data;

/// <summary>
/// Admits one writer at a time, the most urgent first. SQLite has one writer anyway; waiting here, without a thread
/// and in order of priority, keeps dispatch quick while a million rows are loaded.
/// </summary>
public sealed class WriteGate
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource>[] _waiting =
        [.. Enum.GetValues<WritePriority>().Select(_ => new LinkedList<TaskCompletionSource>())];

    private bool _taken;

    /// <summary>Waits for the turn; disposing the pass lets the next one in.</summary>
    public async ValueTask<IDisposable> EnterAsync(WritePriority priority, CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (_lock)
        {
            if (!_taken)
            {
                _taken = true;
                return new Pass(this);
            }

            turn = _waiting[(int)priority].AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        await using var registration = cancellationToken.Register(() => GiveUp(turn, cancellationToken));
        await turn.Value.Task;
        return new Pass(this);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (turn.List is null)
                return;
            turn.List.Remove(turn);
        }

        turn.Value.SetCanceled(cancellationToken);
    }

    private void Leave()
    {
        TaskCompletionSource next;
        lock (_lock)
        {
            var queue = Array.Find(_waiting, q => q.Count > 0);
            if (queue is null)
            {
                _taken = false;
                return;
            }

            next = queue.First!.Value;
            queue.RemoveFirst();
        }

        next.SetResult();
    }

    private sealed class Pass(WriteGate gate) : IDisposable
    {
        private WriteGate? _gate = gate;

        public void Dispose() => Interlocked.Exchange(ref _gate, null)?.Leave();
    }
}
