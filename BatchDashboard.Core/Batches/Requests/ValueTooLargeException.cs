namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// Stops the reading of a body at a value that would not fit into memory; its reader turns it into a refusal.
/// </summary>
internal sealed class ValueTooLargeException : Exception;
