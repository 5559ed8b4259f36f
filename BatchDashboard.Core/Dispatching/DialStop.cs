namespace BatchDashboard.Core.Dispatching;

/// <summary>Who stopped all dialling, and when.</summary>
public sealed record DialStop(string By, DateTimeOffset At);
