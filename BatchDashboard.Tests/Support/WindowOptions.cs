namespace BatchDashboard.Tests.Support;

/// <summary>The window a visitor looks through.</summary>
public sealed record WindowOptions
{
    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 900;

    public string TimeZone { get; init; } = "America/Los_Angeles";
}
