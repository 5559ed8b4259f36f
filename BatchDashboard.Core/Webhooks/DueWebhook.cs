using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Webhooks;

/// <summary>A message whose time and turn have come.</summary>
/// <param name="Id">The same at every try.</param>
/// <param name="Call">The call that it is about; null for a phase of a batch.</param>
/// <param name="Body">Null: it is to be written now.</param>
/// <param name="Tries">How often it was tried.</param>
internal sealed record DueWebhook(long Number, Guid Id, WebhookKind Kind, CallKey? Call, string Url, string Host, string? Body, int Tries);
