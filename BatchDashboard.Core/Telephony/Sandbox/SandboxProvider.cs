using System.Collections.Concurrent;
using BatchDashboard.Core.Calls;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Places no real call; how each goes follows from seed, number and attempt: no restart changes it.</summary>
internal sealed class SandboxProvider(
    SandboxCalls calls, SandboxTimetable timetable, IOptions<SandboxOptions> options, TimeProvider time) : ICallProvider
{
    private readonly ConcurrentDictionary<CallId, bool> _refused = new();

    public const string ProviderName = "sandbox";

    public string Name => ProviderName;

    public bool HonoursKeys => true;

    public bool NeedsKey => false;

    public TimeSpan PollInterval { get; } = TimeSpan.FromSeconds(Math.Max(1, 30 / options.Value.Speed));

    public Task<PlacementResult> PlaceAsync(CallPlacement placement, CancellationToken cancellationToken) => Task.FromResult(
        cancellationToken.IsCancellationRequested ? new(PlacementOutcome.NotSent, Code: "cancelled") : Place(placement));

    public Task<ProviderCall?> GetAsync(string providerCallId, CancellationToken cancellationToken) =>
        SandboxCallId.Parse(providerCallId) is { } key
            ? FindAsync(key, cancellationToken)
            : Task.FromResult<ProviderCall?>(null);

    public Task<ProviderCall?> FindAsync(PlacedAttempt attempt, CancellationToken cancellationToken) =>
        FindAsync(attempt.Key, cancellationToken);

    public Task StopAsync(string providerCallId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var now = time.GetUtcNow();
        if (SandboxCallId.Parse(providerCallId) is { } key && calls.Stop(key, now)) timetable.Add(key, now);
        return Task.CompletedTask;
    }

    public Task<Error?> CheckAsync(CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    private Task<ProviderCall?> FindAsync(AttemptKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(calls.Find(key)?.At(time.GetUtcNow()));
    }

    private PlacementResult Place(CallPlacement placement)
    {
        if (IsRefused(placement))
            return new(PlacementOutcome.RateLimited, Code: "rate_limited", Message: "Too many requests; slow down.");

        var now = time.GetUtcNow();
        bool isNew;
        try
        {
            isNew = calls.Place(placement, now);
        }
        catch (InvalidOperationException e)
        {
            // Half a surrogate pair gets through a JSON parser and cannot be written again.
            return new(PlacementOutcome.Rejected, Code: "invalid_request", Message: e.Message);
        }
        catch (IOException e)
        {
            return new(PlacementOutcome.NotSent, Code: "ledger_unavailable", Message: e.Message);
        }

        if (isNew) timetable.Add(placement.Key, now);
        return isNew && SandboxScript.LosesReply(placement.To)
            ? new(PlacementOutcome.Unknown, Code: "reply_lost", Message: "The reply to the placement was lost.")
            : new(PlacementOutcome.Accepted, SandboxCallId.For(placement.Key));
    }

    // Attempts may or may not be counted up by a refusal; either way the second placement of the call goes through.
    private bool IsRefused(CallPlacement placement) =>
        SandboxScript.RefusesFirstPlacement(placement.To) &&
        placement.Attempt == 1 &&
        !calls.Contains(placement.Key) &&
        _refused.TryAdd(placement.CallId, true);
}
