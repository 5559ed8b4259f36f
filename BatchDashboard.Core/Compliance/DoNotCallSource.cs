namespace BatchDashboard.Core.Compliance;

/// <summary>How a number came onto the do-not-call list.</summary>
public enum DoNotCallSource
{
    /// <summary>Somebody typed or pasted it.</summary>
    Manual,

    /// <summary>It stood in a file.</summary>
    Import,

    /// <summary>The recipient asked for it.</summary>
    Optout,

    /// <summary>A program added it.</summary>
    Api,
}
