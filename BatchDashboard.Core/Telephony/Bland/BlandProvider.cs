using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Places real calls through Bland's HTTP API; it does not honour our keys, so nothing is ever placed again by itself.</summary>
internal sealed class BlandProvider(BlandClient client, ProviderKeys keys, IOptions<BlandOptions> options) : ICallProvider
{
    /// <summary>How far the provider's clock may be from ours.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    public string Name => BlandOptions.ProviderName;

    public bool HonoursKeys => false;

    public bool NeedsKey => true;

    public TimeSpan PollInterval => options.Value.PollInterval;

    public async Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken)
    {
        if (keys.Of(Name)?.Secret is not { } key)
        {
            var missing = ProviderErrors.NoKey(Name);
            return new(PlacementOutcome.AccountRefused, Code: missing.Code, Message: missing.Message);
        }

        byte[] json;
        try
        {
            json = BlandRequest.Write(placement, options.Value.CallbackUrl);
        }
        // Half a surrogate pair gets through a JSON parser and cannot be written again.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return new(PlacementOutcome.Rejected, Code: "invalid_request", Message: "A setting of the call cannot be written as JSON.");
        }

        using var body = new OnceContent(json);
        try
        {
            return (await client.PostAsync("v1/calls", key, body, cancellationToken)).ToPlacement(key);
        }
        catch (Exception failure) when (BlandClient.IsNetwork(failure))
        {
            return new(
                body.HasLeft ? PlacementOutcome.Unknown : PlacementOutcome.NotSent, Code: BlandClient.ReasonOf(failure));
        }
    }

    public async Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken)
    {
        var call = await ReadAsync(providerCallId, cancellationToken);
        return call?.Key is { } key ? call.ToProviderCall(providerCallId, key) : null;
    }

    public async Task<ProviderCall?> FindAsync(PlacedAttempt attempt, CancellationToken cancellationToken)
    {
        foreach (var id in await CandidatesAsync(attempt, cancellationToken))
        {
            // The list does not show metadata; only the details can say whose call it is.
            if (await ReadAsync(id, cancellationToken) is { } call && call.Key == attempt.Key)
                return call.ToProviderCall(id, attempt.Key);
        }

        return null;
    }

    public async Task StopAsync(string providerCallId, CancellationToken cancellationToken)
    {
        using var body = new OnceContent("{}"u8.ToArray());
        BlandReply reply;
        try
        {
            reply = await client.PostAsync($"{PathOf(providerCallId)}/stop", Key(), body, cancellationToken);
        }
        catch (Exception failure) when (BlandClient.IsNetwork(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw BlandClient.Unavailable(failure);
        }

        // Any other refusal is about the call: it has ended, or there is none.
        if (reply.IsAboutAccount || reply.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
            throw BlandClient.Unavailable(reply);
    }

    public async Task<Error?> CheckAsync(CancellationToken cancellationToken)
    {
        if (keys.Of(Name)?.Secret is not { } key)
            return ProviderErrors.NoKey(Name);
        try
        {
            var reply = await client.GetAsync("v1/me", key, cancellationToken);
            return reply switch
            {
                { IsAboutAccount: true } => ProviderErrors.Refused((int)reply.Status, reply.Words(key)),
                { IsSuccess: true } when BlandJson.Parse(reply.Body) is not null => null,
                { IsSuccess: true } => ProviderErrors.Unreachable("What answers there is not the provider's API."),
                _ => ProviderErrors.Unreachable($"The provider answered {(int)reply.Status}: {reply.Words(key)}"),
            };
        }
        catch (ProviderUnavailableException unavailable)
        {
            return ProviderErrors.Unreachable(unavailable.Message);
        }
    }

    private static string PathOf(string providerCallId) => $"v1/calls/{Uri.EscapeDataString(providerCallId)}";

    private string Key() =>
        keys.Of(Name)?.Secret ?? throw new ProviderUnavailableException(ProviderErrors.NoKey(Name).Message);

    private async Task<BlandCall?> ReadAsync(string providerCallId, CancellationToken cancellationToken) =>
        await AskAsync(PathOf(providerCallId), cancellationToken) is { } call ? new BlandCall(call) : null;

    /// <summary>The calls to that number about that time, the oldest first.</summary>
    private async Task<List<string>> CandidatesAsync(PlacedAttempt attempt, CancellationToken cancellationToken)
    {
        var earliest = attempt.IntendedAt - ClockSkew;
        // A whole day earlier, because the filter takes days, of whatever time zone.
        var day = earliest.UtcDateTime.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var list = await AskAsync(
            $"v1/calls?to_number={Uri.EscapeDataString(attempt.To.E164)}&start_date={day}&ascending=true&limit=1000", cancellationToken);
        if (list?.Member("calls") is not { ValueKind: JsonValueKind.Array } calls)
            throw new ProviderUnavailableException("The provider's list of calls cannot be read.");
        return
        [
            .. calls.Items().Select(call => new BlandCall(call))
                .Where(call => call.CreatedAt is not { } created || created >= earliest)
                .Select(call => call.Id).OfType<string>(),
        ];
    }

    /// <summary>Null: there is no such thing.</summary>
    private async Task<JsonElement?> AskAsync(string path, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(path, Key(), cancellationToken);
        if (reply.Status is HttpStatusCode.NotFound)
            return null;
        if (!reply.IsSuccess)
            throw BlandClient.Unavailable(reply);
        return BlandJson.Parse(reply.Body)
            ?? throw new ProviderUnavailableException("The provider's answer cannot be read.");
    }
}
