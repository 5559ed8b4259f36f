namespace BatchDashboard.Core.Webhooks;

/// <summary>A message, the batch that it is about, and what became of each try to deliver it.</summary>
public sealed record WebhookDelivery(WebhookMessage Message, string BatchName, IReadOnlyList<WebhookTry> Tries);
