namespace BatchDashboard.Core.Dispatching;

/// <summary>What kept an intent transaction from allowing more dials.</summary>
public enum IntentLimit
{
    /// <summary>What was asked for is used up, or could not all be dialled; ask again.</summary>
    Permits,

    /// <summary>As many calls are in flight as the batch or the installation allows.</summary>
    Concurrency,

    /// <summary>Nothing is due now.</summary>
    NothingDue,

    /// <summary>Paused, cancelled, finished, or its start time is still to come.</summary>
    Closed,
}
