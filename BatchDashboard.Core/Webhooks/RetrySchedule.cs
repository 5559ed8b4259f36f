namespace BatchDashboard.Core.Webhooks;

/// <summary>When a message that was not taken is tried again: eight tries over a day.</summary>
internal static class RetrySchedule
{
    private const double Jitter = 0.2;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(3),
        TimeSpan.FromSeconds(10),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(21),
    ];

    /// <summary>Longer than a receiver may ask for.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Null: it was tried often enough.</summary>
    /// <param name="tries">How often it was tried.</param>
    /// <param name="retryAfter">How long the receiver asks to be left alone, if it does.</param>
    /// <param name="random">From 0 to 1: those who failed together are not tried together.</param>
    public static TimeSpan? WaitAfter(int tries, TimeSpan? retryAfter, double random)
    {
        if (tries > Waits.Length)
            return null;
        var wait = Waits[tries - 1] * (1 - Jitter + (2 * Jitter * random));
        var asked = retryAfter < Longest ? retryAfter.Value : retryAfter is null ? TimeSpan.Zero : Longest;
        return wait > asked ? wait : asked;
    }
}
