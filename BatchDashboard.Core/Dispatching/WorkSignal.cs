namespace BatchDashboard.Core.Dispatching;

/// <summary>Wakes whoever waits for work: a call ended and left room, a batch was launched, stopped or resumed.</summary>
public sealed class WorkSignal(TimeProvider time)
{
    private volatile TaskCompletionSource _next = New();

    public void Pulse() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Take it before looking for work, wait for it after finding none: nothing that happens between is missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Returns at the pulse or after the time, whichever is first.</summary>
    public async Task WaitAsync(Task pulse, TimeSpan atMost, CancellationToken cancellationToken)
    {
        await pulse.WaitAsync(atMost, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
