namespace BatchDashboard.Core.Dispatching;

/// <summary>
/// How many requests may wait for their answers at once. Whoever has no slot commits no intent, so that a provider that hangs
/// brings few calls into doubt.
/// </summary>
internal sealed class RequestSlots(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);

    /// <summary>Waits for a slot, and takes as many more as are free.</summary>
    public async Task<int> TakeAsync(int most, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return 1 + TakeFree(most - 1);
    }

    /// <summary>Takes as many slots as are free.</summary>
    public int TakeFree(int most)
    {
        var taken = 0;
        while (taken < most && _free.Wait(0, CancellationToken.None))
            taken++;
        return taken;
    }

    public void Return(int slots)
    {
        if (slots > 0)
            _free.Release(slots);
    }

    /// <summary>Gives a slot back when the request is over.</summary>
    public async Task HoldAsync(Task request)
    {
        try
        {
            await request;
        }
        finally
        {
            Return(1);
        }
    }

    public void Dispose() => _free.Dispose();
}
