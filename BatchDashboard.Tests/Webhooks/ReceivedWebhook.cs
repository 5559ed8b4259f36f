using System.Text.Json;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>A request as it came to a receiver, and what it was answered.</summary>
internal sealed record ReceivedWebhook(string Path, byte[] Body, IReadOnlyDictionary<string, string> Headers, int Answered)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Status => Json.GetProperty("status").GetString();

    public string Id => Headers["webhook-id"];
}
