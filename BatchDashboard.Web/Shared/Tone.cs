namespace BatchDashboard.Web.Shared;

/// <summary>What a colour means; never the only sign of it.</summary>
public enum Tone
{
    /// <summary>Not begun, or of no weight.</summary>
    Neutral,

    /// <summary>Something is being prepared or awaited.</summary>
    Info,

    /// <summary>It goes on right now.</summary>
    Active,
    Success,

    /// <summary>Worth a look.</summary>
    Warning,
    Danger,
}
