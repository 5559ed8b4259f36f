using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Applies what was learnt about calls. Whatever the order and however often it is said, a call only moves along its
/// transition table, and only its latest attempt moves it.
/// </summary>
internal sealed class CallResults(
    DashboardDbContext context, CallMoves moves, CallEnds ends, CallProgress progress, Func<string, TimeSpan> pollInterval, HaltedBatches halted, DateTimeOffset now)
{
    /// <summary>How long a call waits that was surely not placed, the first time; then twice as long each time.</summary>
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(1);

    /// <summary>A call that the provider has asked to be placed later so often has failed.</summary>
    private const int MostRefusals = 10;

    /// <summary>How soon an uncertain call is asked about for the first time.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);

    // Only this transaction parks reports while it lasts.
    private bool _hasParked = context.HasParked();
    private readonly HashSet<int> _accepted = [];
    private readonly HashSet<AttemptKey> _unknown = [];

    /// <summary>Attempts that something was said of and that are none of ours, as after a restore from a backup.</summary>
    public IReadOnlyCollection<AttemptKey> Unknown => _unknown;

    /// <summary>The calls that changed.</summary>
    public IReadOnlyCollection<CallKey> Changed => moves.Changed;

    public void Apply(IEnumerable<CallUpdate> updates)
    {
        foreach (var update in updates)
            Apply(update);

        moves.Write();
        ends.Write();
        foreach (var batch in _accepted)
            StartBatch(batch);
    }

    private void Apply(CallUpdate update)
    {
        if (update is CallUpdate.Posted posted)
        {
            if (AttemptRow.KeyOf(context, posted.Provider, posted.Call.ProviderCallId) is { } key)
                update = new CallUpdate.Reported(posted.Call with { Key = key });
            else
                Park(posted);
        }

        if (AttemptRow.Find(context, update.Attempt) is not { } attempt)
        {
            if (update is not CallUpdate.Posted)
                _unknown.Add(update.Attempt);
            return;
        }

        Apply(attempt, update);
        if (_hasParked && !attempt.IsAccepted && ProviderCallIn(update) is { } id && context.TakeParked(attempt.Provider, id) is { } parked)
            Apply(new CallUpdate.Reported(parked with { Key = attempt.Key }));
    }

    private void Park(CallUpdate.Posted posted)
    {
        context.Park(posted.Provider, posted.Call, now);
        _hasParked = true;
    }

    private static string? ProviderCallIn(CallUpdate update) => update switch
    {
        CallUpdate.Placed placed => placed.Answer.ProviderCallId,
        CallUpdate.Reported reported => reported.Call.ProviderCallId,
        _ => null,
    };

    private void Apply(AttemptRow attempt, CallUpdate update)
    {
        switch (update)
        {
            case CallUpdate.Placed placed:
                Apply(attempt, placed.Answer);
                break;
            case CallUpdate.Reported reported:
                Apply(attempt, reported.Call);
                break;
            case CallUpdate.FellSilent when attempt is { CallStatus: CallStatus.Dialing, IsAccepted: false }:
                moves.Move(attempt, CallStatus.Uncertain, deadline: now);
                break;
            case CallUpdate.NotFound notFound when attempt.CallStatus.IsInFlight():
                moves.Move(attempt, attempt.CallStatus, deadline: notFound.AskAgainAt);
                if (notFound.IsUnknownThere)
                    moves.Release(attempt);
                break;
            case CallUpdate.NotPlaced gone when attempt.CallStatus == CallStatus.Uncertain && attempt.LastIntendedAt == gone.LastIntendedAt:
                NotPlaced(attempt, new PlacementResult(PlacementOutcome.NotSent, Code: CallPlacer.HaltedCode), now);
                break;
            case CallUpdate.GivenUp when attempt.CallStatus == CallStatus.Uncertain:
                moves.Move(attempt, CallStatus.Review, error: "placement_unknown");
                break;
        }
    }

    private void Apply(AttemptRow attempt, PlacementResult result)
    {
        // Only a placement whose fate is open may be answered: an answer that comes late changes nothing. Above all, a
        // repeat under the same key that was turned away does not free a call that the provider took the first time.
        if (attempt.IsAccepted || attempt.CallStatus is not (CallStatus.Dialing or CallStatus.Uncertain))
        {
            RememberProviderCall(attempt, result.ProviderCallId);
            return;
        }

        switch (result.Outcome)
        {
            case PlacementOutcome.Accepted:
                RememberProviderCall(attempt, result.ProviderCallId);
                Accepted(attempt);
                moves.Move(attempt, CallStatus.Dialing, deadline: now + pollInterval(attempt.Provider));
                break;
            // To be turned away says nothing of the other times.
            case PlacementOutcome.Rejected or PlacementOutcome.NotSent or PlacementOutcome.RateLimited when attempt.IsRepeated:
                goto case PlacementOutcome.Unknown;
            case PlacementOutcome.Rejected:
                ends.Refuse(attempt, result.Code ?? "rejected");
                EndAttempt(attempt, CallStatus.Failed, result);
                context.ForgetDial(attempt);
                break;
            case PlacementOutcome.Unknown:
                moves.Move(
                    attempt, CallStatus.Uncertain, deadline: now + (attempt.IsRepeated ? pollInterval(attempt.Provider) : FirstLook));
                RememberDoubt(attempt, result);
                break;
            case PlacementOutcome.AccountRefused:
                context.PauseFor(
                    attempt.Call.BatchNumber,
                    new Error(result.Code ?? "account_refused", result.Message ?? "The provider refuses the account."),
                    halted,
                    now);
                if (attempt.IsRepeated)
                    goto case PlacementOutcome.Unknown;
                NotPlaced(attempt, result, now);
                break;
            default:
                var (refusals, slowDowns) = RefusalsBefore(attempt);
                if (result.Outcome == PlacementOutcome.RateLimited && slowDowns + 1 >= MostRefusals)
                {
                    ends.Refuse(attempt, "rate_limited");
                    EndAttempt(attempt, CallStatus.Failed, result);
                    context.ForgetDial(attempt);
                }
                else
                {
                    NotPlaced(attempt, result, now + WaitAfter(result, refusals + 1));
                }

                break;
        }
    }

    /// <summary>How often the call was surely not placed before, since it was last placed, and how often because it was to be placed later.</summary>
    private (int Refusals, int SlowDowns) RefusalsBefore(AttemptRow attempt)
    {
        using var count = context.Prepare(
            """
            SELECT count(*), coalesce(sum(error_code = 'rate_limited'), 0) FROM call_attempts WHERE call_key = @call AND status = 'queued' AND epoch > (
                SELECT coalesce(max(epoch), 0) FROM call_attempts WHERE call_key = @call AND status <> 'queued' AND epoch < @epoch)
            """,
            "@call",
            "@epoch").With(attempt.Call.Value, attempt.Epoch);
        using var reader = count.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private static TimeSpan WaitAfter(PlacementResult result, int refusals)
    {
        // A pause or a cancel came between: nothing is wrong, so the gate may decide anew at once.
        if (result.Code == CallPlacer.HaltedCode)
            return TimeSpan.Zero;
        // Beyond a few doublings it is the longest anyway, and beyond many there is no such time.
        var wait = BackOff * Math.Pow(2, Math.Min(refusals - 1, 10));
        var usual = wait < LongestBackOff ? wait : LongestBackOff;
        return result.RetryAfter > usual ? result.RetryAfter.Value : usual;
    }

    private void NotPlaced(AttemptRow attempt, PlacementResult result, DateTimeOffset notBefore)
    {
        if (!attempt.IsCurrent)
            return;
        if (attempt.IsStopped)
            moves.Move(attempt, CallStatus.Canceled);
        else
            moves.Move(attempt, CallStatus.Queued, error: result.Code ?? WireName.Of(result.Outcome), notBefore: notBefore);
        EndAttempt(attempt, CallStatus.Queued, result);
        context.ForgetDial(attempt);
        context.Run("UPDATE calls SET dials = dials - 1 WHERE key = @key", ("@key", attempt.Call.Value));
    }

    private void Apply(AttemptRow attempt, ProviderCall call)
    {
        var ended = call.Status.IsFinal();
        if (attempt.IsCurrent && !CallMoves.May(attempt.CallStatus, call.Status))
        {
            RememberProviderCall(attempt, call.ProviderCallId);
            if (ended)
                AddDetails(attempt, call);
            else if (attempt.CallStatus.IsInFlight())
                moves.Move(attempt, attempt.CallStatus, deadline: now + pollInterval(attempt.Provider));
            return;
        }

        if (!context.WriteReport(attempt, call, now) && ended)
            AddDetails(attempt, call);

        Accepted(attempt);
        if (ended)
            ends.End(attempt, call);
        else
            moves.Move(attempt, call.Status, now + pollInterval(attempt.Provider), call.ErrorCode, shown: call);
    }

    private void AddDetails(AttemptRow attempt, ProviderCall call)
    {
        if (context.AddDetails(attempt, call))
            moves.Touch(attempt.Call);
    }

    private void Accepted(AttemptRow attempt)
    {
        _accepted.Add(attempt.Call.BatchNumber);
        if (attempt is { IsCurrent: true, IsAccepted: false })
            progress.Taken(attempt.Call);
    }

    /// <summary>Why it is in doubt, until it is known to have been placed.</summary>
    private void RememberDoubt(AttemptRow attempt, PlacementResult result) =>
        context.Run(
            "UPDATE call_attempts SET error_code = @code, error_message = @message WHERE key = @key AND ended_at IS NULL",
            ("@key", attempt.Key.Value),
            ("@code", result.Code),
            ("@message", result.Message));

    private void RememberProviderCall(AttemptRow attempt, string? providerCallId)
    {
        if (providerCallId is null || (attempt.IsAccepted && attempt.ProviderCallId == providerCallId))
            return;
        context.Run(
            """
            UPDATE call_attempts SET provider_call_id = @id, accepted_at = coalesce(accepted_at, @now),
                error_code = CASE WHEN ended_at IS NULL THEN NULL ELSE error_code END,
                error_message = CASE WHEN ended_at IS NULL THEN NULL ELSE error_message END
            WHERE key = @key
            """,
            ("@key", attempt.Key.Value),
            ("@id", providerCallId),
            ("@now", now));
    }

    private void EndAttempt(AttemptRow attempt, CallStatus status, PlacementResult result) =>
        context.Run(
            """
            UPDATE call_attempts SET status = @status, ended_at = @now, error_code = @code, error_message = @message
            WHERE key = @key AND ended_at IS NULL
            """,
            ("@key", attempt.Key.Value),
            ("@status", status),
            ("@now", now),
            ("@code", result.Code),
            ("@message", result.Message));

    /// <summary>The batch is in progress from its first accepted call on, and again after a wait for scheduled calls.</summary>
    private void StartBatch(int batch)
    {
        using var command = context.Prepare("SELECT chunked FROM batches WHERE number = @batch", "@batch").With(batch);
        var chunked = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1;
        context.Move(batch, chunked ? BatchStatus.InProgressChunked : BatchStatus.InProgress, now);
    }
}
