using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Applies what was learnt about calls. Whatever the order and however often it is said, a call only moves along its
/// transition table, and only its latest attempt moves it.
/// </summary>
internal sealed class CallResults(DashboardDbContext context, Func<string, TimeSpan> pollInterval, DateTimeOffset now)
{
    /// <summary>How long a call waits that the provider asked us to place later.</summary>
    private static readonly TimeSpan BackOff = TimeSpan.FromSeconds(2);

    /// <summary>How soon an uncertain call is asked about for the first time.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(1);

    private readonly CounterChanges _changes = new();
    private readonly HashSet<CallKey> _changed = [];
    private readonly HashSet<int> _accepted = [];

    /// <summary>The calls that changed.</summary>
    public IReadOnlyCollection<CallKey> Apply(IEnumerable<CallUpdate> updates)
    {
        foreach (var update in updates)
        {
            if (AttemptRow.Find(context, update.Attempt) is { } attempt)
                Apply(attempt, update);
        }

        _changes.Write(context);
        foreach (var batch in _accepted)
            StartBatch(batch);
        return _changed;
    }

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
            case CallUpdate.FellSilent when attempt.CallStatus == CallStatus.Dialing:
                Move(attempt, CallStatus.Uncertain, deadline: now);
                break;
            case CallUpdate.NotFound notFound when attempt.CallStatus.IsInFlight():
                Move(attempt, attempt.CallStatus, deadline: notFound.AskAgainAt);
                break;
            case CallUpdate.GivenUp when attempt.CallStatus == CallStatus.Uncertain:
                Move(attempt, CallStatus.Review, error: "placement_unknown");
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
                Move(attempt, CallStatus.Dialing, deadline: now + pollInterval(attempt.Provider));
                break;
            case PlacementOutcome.Rejected:
                Move(attempt, CallStatus.Failed, error: result.Code ?? "rejected");
                EndAttempt(attempt, CallStatus.Failed, result);
                break;
            case PlacementOutcome.Unknown:
                if (attempt.CallStatus == CallStatus.Dialing)
                    Move(attempt, CallStatus.Uncertain, deadline: now + FirstLook);
                break;
            case PlacementOutcome.AccountRefused:
                PauseBatch(attempt.Call.BatchNumber, result);
                NotPlaced(attempt, result, now);
                break;
            default:
                NotPlaced(attempt, result, now + BackOff);
                break;
        }
    }

    private void NotPlaced(AttemptRow attempt, PlacementResult result, DateTimeOffset notBefore)
    {
        if (!attempt.IsCurrent)
            return;
        Move(attempt, CallStatus.Queued, error: result.Code ?? WireName.Of(result.Outcome), notBefore: notBefore);
        EndAttempt(attempt, CallStatus.Queued, result);
        context.Run("UPDATE calls SET dials = dials - 1 WHERE key = @key", ("@key", attempt.Call.Value));
    }

    private void Apply(AttemptRow attempt, ProviderCall call)
    {
        var ended = call.Status.IsFinal();
        if (attempt.IsCurrent && !MayMove(attempt.CallStatus, call.Status))
        {
            RememberProviderCall(attempt, call.ProviderCallId);
            return;
        }

        context.Run(
            """
            UPDATE call_attempts SET status = @status, provider_call_id = @id, accepted_at = coalesce(accepted_at, @now),
                ringing_at = coalesce(@ringing, ringing_at), answered_at = coalesce(@answered, answered_at), ended_at = @ended,
                answered_by = @by, ended_by = @ended_by, error_code = @code, error_message = @message, summary = @summary,
                transcript = @transcript, recording_url = @recording, price = @price
            WHERE key = @key AND ended_at IS NULL
            """,
            ("@key", attempt.Key.Value),
            ("@status", call.Status),
            ("@id", call.ProviderCallId),
            ("@now", now),
            ("@ringing", call.RingingAt),
            ("@answered", call.AnsweredAt),
            ("@ended", ended ? call.EndedAt ?? now : null),
            ("@by", call.AnsweredBy),
            ("@ended_by", call.EndedBy),
            ("@code", call.ErrorCode),
            ("@message", call.ErrorMessage),
            ("@summary", call.Summary),
            ("@transcript", call.Transcript.Count > 0 ? JsonSerializer.Serialize(call.Transcript, JsonSerializerOptions.Web) : null),
            ("@recording", call.RecordingUrl),
            ("@price", call.Price));

        Accepted(attempt);
        DateTimeOffset? deadline = ended ? null : now + pollInterval(attempt.Provider);
        Move(attempt, call.Status, deadline, call.ErrorCode);
        if (attempt.IsCurrent)
        {
            context.Run(
                """
                UPDATE calls SET answered_by = @by, answered_at = coalesce(@answered, answered_at), ended_at = @ended
                WHERE key = @key AND status = @status
                """,
                ("@key", attempt.Call.Value),
                ("@status", call.Status),
                ("@by", call.AnsweredBy),
                ("@answered", call.AnsweredAt),
                ("@ended", ended ? call.EndedAt ?? now : null));
        }
    }

    private void Move(
        AttemptRow attempt, CallStatus to, DateTimeOffset? deadline = null, string? error = null, DateTimeOffset? notBefore = null)
    {
        var from = attempt.CallStatus;
        if (!attempt.IsCurrent || !MayMove(from, to))
            return;
        var moved = context.Run(
            """
            UPDATE calls SET status = @to, deadline = @deadline, error_code = @error, not_before = @not_before, updated_at = @now
            WHERE key = @key AND epoch = @epoch AND status = @from
            """,
            ("@key", attempt.Call.Value),
            ("@epoch", attempt.Epoch),
            ("@from", from),
            ("@to", to),
            ("@deadline", deadline),
            ("@error", error),
            ("@not_before", notBefore),
            ("@now", now));
        if (moved != 1)
            throw new InvalidOperationException($"Call {attempt.Call.Value} is not {from} at epoch {attempt.Epoch}.");
        if (from != to)
            _changes.Move(attempt.Call.BatchNumber, from, to);
        _changed.Add(attempt.Call);
    }

    private static bool MayMove(CallStatus from, CallStatus to) =>
        from == to ? from.IsInFlight() : CallTransitions.Allows(from, to);

    private void Accepted(AttemptRow attempt) => _accepted.Add(attempt.Call.BatchNumber);

    private void RememberProviderCall(AttemptRow attempt, string? providerCallId)
    {
        if (providerCallId is null)
            return;
        context.Run(
            """
            UPDATE call_attempts SET provider_call_id = @id, accepted_at = coalesce(accepted_at, @now) WHERE key = @key
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

    private void PauseBatch(int batch, PlacementResult result)
    {
        var reason = result.Message ?? "The provider refuses the account.";
        if (context.SetPaused(batch, paused: true, result.Code, reason))
            context.Log(batch, LogEvent.Error, now, new JsonObject { ["code"] = result.Code, ["message"] = $"Paused: {reason}" });
    }

    /// <summary>The batch is in progress from its first accepted call on, and again after a wait for scheduled calls.</summary>
    private void StartBatch(int batch)
    {
        using var command = context.Prepare("SELECT chunked FROM batches WHERE number = @batch", "@batch").With(batch);
        var chunked = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1;
        context.Move(batch, chunked ? BatchStatus.InProgressChunked : BatchStatus.InProgress, now);
    }
}
