namespace BatchDashboard.Core.Imports.Sources;

/// <summary>One thing that was found out about a file.</summary>
/// <param name="Reason">A short clause for people.</param>
/// <param name="IsGuess">Something else is about as likely.</param>
internal readonly record struct Finding<T>(T Value, string Reason, bool IsGuess = false);
