namespace BatchDashboard.Core.Calls;

/// <summary>What a skipped row said in the source, and why it is skipped.</summary>
public sealed class SkippedRow
{
    private SkippedRow()
    {
    }

    public long CallKey { get; private set; }

    /// <summary>One of <see cref="Imports.SkipCodes"/>.</summary>
    public string Code { get; private set; } = "";

    public string Column { get; private set; } = "";
    public string? Value { get; private set; }
    public string Message { get; private set; } = "";

    /// <summary>JSON array of the row's fields as they stand in the source (an object for API entries).</summary>
    public string Original { get; private set; } = "[]";
}
