namespace BatchDashboard.Core.Calls;

/// <summary>One turn of a conversation.</summary>
/// <param name="User"><c>assistant</c>, <c>user</c> or <c>agent-action</c>, as the public API names them.</param>
public sealed record TranscriptLine(int Id, DateTimeOffset CreatedAt, string Text, string User);
