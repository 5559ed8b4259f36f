using BatchDashboard.Core;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>A provider whose every request waits until the test says what becomes of it; it counts whom it has rung up.</summary>
internal sealed class ModelProvider(TimeProvider time) : ICallProvider
{
    public const string ModelName = "model";

    /// <summary>A call is found only so long after its placement.</summary>
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    private static readonly PlacementResult Lost = new(PlacementOutcome.Unknown, Code: "connection_lost");

    public string Name => ModelName;

    public bool HonoursKeys { get; set; }

    public bool NeedsKey => false;

    public TimeSpan PollInterval => TimeSpan.FromSeconds(15);

    public bool IsAway { get; set; }

    /// <summary>
    /// What requests meet at once, from the watcher, which repeats them: they arrive, their reply is lost, they are lost, or they
    /// are turned away. Null: they wait.
    /// </summary>
    public int? AtOnce { get; set; }

    public List<ModelRequest> Requests { get; } = [];

    public List<ModelCall> Calls { get; } = [];

    public void Clear()
    {
        (IsAway, AtOnce) = (false, null);
        Requests.ForEach(request => request.IsOrphan = true);
        Requests.Clear();
        Calls.Clear();
    }

    public Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken)
    {
        var request = new ModelRequest(placement);
        if (AtOnce is { } fate)
            return Task.FromResult(Meet(request, fate));
        Requests.Add(request);
        cancellationToken.Register(() => request.Hear(new(PlacementOutcome.Unknown, Code: "timeout")));
        return request.Answer;
    }

    public static void Lose(ModelRequest request)
    {
        request.Reply ??= Lost;
        request.Hear(Lost);
    }

    public static void Refuse(ModelRequest request, int why) => request.Reply = (why % 3) switch
    {
        0 => new(PlacementOutcome.RateLimited, Code: "rate_limited"),
        1 => new(PlacementOutcome.Rejected, Code: "rejected"),
        _ => new(PlacementOutcome.AccountRefused, Code: "account_refused"),
    };

    /// <summary>It arrives, and a phone rings, unless the key is honoured and known.</summary>
    public void Take(ModelRequest request)
    {
        var call = HonoursKeys ? Calls.Find(known => known.Placement.Key == request.Placement.Key) : null;
        if (call is null)
            Calls.Add(call = new ModelCall(request.Placement, $"call-{Calls.Count + 1}", time.GetUtcNow() + Lag));
        request.Reply = new(PlacementOutcome.Accepted, call.Id);
    }

    public Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken) =>
        Known(call => call.Id == providerCallId);

    public Task<ProviderCall?> FindAsync(PlacedAttempt attempt, CancellationToken cancellationToken) =>
        Known(call => call.Placement.Key == attempt.Key);

    public Task StopAsync(string providerCallId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Error?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    private PlacementResult Meet(ModelRequest request, int fate)
    {
        if (fate < 2)
            Take(request);
        return fate switch
        {
            0 => request.Reply!,
            1 or 2 => Lost,
            3 => new(PlacementOutcome.RateLimited, Code: "rate_limited"),
            4 => new(PlacementOutcome.NotSent, Code: "connection_error"),
            _ => new(PlacementOutcome.AccountRefused, Code: "account_refused"),
        };
    }

    private Task<ProviderCall?> Known(Predicate<ModelCall> isIt) => IsAway
        ? throw new ProviderUnavailableException("The provider is away.")
        : Task.FromResult(Calls.Find(call => isIt(call) && call.FoundFrom <= time.GetUtcNow())?.Report);
}
