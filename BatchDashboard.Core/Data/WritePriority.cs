namespace BatchDashboard.Core.Data;

/// <summary>Who goes first at the <see cref="WriteGate"/>.</summary>
public enum WritePriority
{
    /// <summary>Intents and results of calls; nothing may keep these waiting.</summary>
    Dispatch,

    /// <summary>A person or a program waits for the answer.</summary>
    Interactive,

    /// <summary>Loads and clean-ups of many rows, in small transactions.</summary>
    Bulk,
}
