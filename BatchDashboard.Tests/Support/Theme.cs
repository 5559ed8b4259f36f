namespace BatchDashboard.Tests.Support;

/// <summary>What the visitor's system prefers.</summary>
public enum Theme
{
    Light,
    Dark,
}
