namespace BatchDashboard.Tests.Support;

/// <summary>Waits for what the test waits for, and says what it was when it does not come.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    public static Task TrueAsync(Func<bool> condition, TimeSpan timeout, string message) =>
        TrueAsync(condition, timeout, () => message);

    public static Task TrueAsync(Func<bool> condition, TimeSpan timeout, Func<string> message) =>
        TrueAsync(() => Task.FromResult(condition()), timeout, message);

    public static Task TrueAsync(Func<Task<bool>> condition, TimeSpan timeout, string message) =>
        TrueAsync(condition, timeout, () => message);

    /// <summary>Asks at once and then every 50 ms; a condition that throws ends the wait.</summary>
    /// <param name="message">Made when the time is over, so it can tell what was last seen.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan timeout, Func<string> message)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(Interval);
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > timeout)
                Assert.Fail($"Not within {timeout.TotalSeconds:0.#} s: {message()}");
            await timer.WaitForNextTickAsync();
        }
    }
}
