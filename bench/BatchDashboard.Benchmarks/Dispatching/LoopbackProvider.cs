using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Benchmarks.Dispatching;

/// <summary>Places calls at a <see cref="LoopbackSite"/>; each is over with the answer.</summary>
internal sealed class LoopbackProvider(HttpClient http, Lazy<IProviderCallSink> sink) : ICallProvider
{
    public const string ProviderName = "loopback";

    public string Name => ProviderName;

    public bool HonoursKeys => false;

    public bool NeedsKey => false;

    public TimeSpan PollInterval => TimeSpan.FromMinutes(5);

    public async Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken)
    {
        var id = await PostAsync(http, placement.To.E164, placement.Settings, cancellationToken);
        await sink.Value.ReportAsync(new ProviderCall(id, placement.Key, CallStatus.Completed), cancellationToken);
        return new PlacementResult(PlacementOutcome.Accepted, id);
    }

    public Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken) =>
        Task.FromResult<ProviderCall?>(null);

    public Task<ProviderCall?> FindAsync(PlacedAttempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<ProviderCall?>(null);

    public Task StopAsync(string providerCallId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Error?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    /// <summary>The one request, also for whoever makes it without a database.</summary>
    public static async Task<string> PostAsync(
        HttpClient http, string number, JsonObject settings, CancellationToken cancellationToken)
    {
        var body = settings.DeepClone().AsObject();
        body["phone_number"] = number;
        using var reply = await http.PostAsJsonAsync("v1/calls", body, cancellationToken);
        reply.EnsureSuccessStatusCode();
        return (await reply.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("call_id").GetString()!;
    }
}
