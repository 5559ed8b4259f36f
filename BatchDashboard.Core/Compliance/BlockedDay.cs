namespace BatchDashboard.Core.Compliance;

/// <summary>How many calls the do-not-call list has kept from being made on one day.</summary>
public sealed class BlockedDay
{
    private BlockedDay()
    {
    }

    /// <summary>Days of UTC since 1 January 0001.</summary>
    public int Day { get; private set; }

    public int Calls { get; private set; }
}
