namespace BatchDashboard.Core.Compliance;

/// <summary>Something in a list of numbers that could not be put on the do-not-call list.</summary>
/// <param name="Line">Of pasted text, or the row of a file.</param>
public sealed record RefusedNumber(int Line, Error Problem);
