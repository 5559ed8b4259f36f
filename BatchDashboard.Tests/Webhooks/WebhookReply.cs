namespace BatchDashboard.Tests.Webhooks;

/// <summary>An answer of a receiver.</summary>
/// <param name="Until">The answer waits for it.</param>
internal sealed record WebhookReply(
    int Status, string Text = "", IReadOnlyList<(string Name, string Value)>? Headers = null, Task? Until = null);
