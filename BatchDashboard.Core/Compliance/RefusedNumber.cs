namespace BatchDashboard.Core.Compliance;

/// <summary>Something in a list of numbers that could not be put on the do-not-call list.</summary>
/// <param name="Line">In pasted text, or the row of a file.</param>
/// <param name="Text">As it stands there, cut to 200 characters.</param>
public sealed record RefusedNumber(int Line, string Text, Error Problem);
