using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Telephony;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Looks at each call of one transaction whose turn it is: a good time for the recipient, and a number that is free and was
/// not dialled a moment ago, make it an intent to dial; otherwise it is held, with the reason and the next time.
/// </summary>
internal sealed class CallGate(DashboardDbContext context, BatchInHand inHand, IntentRules rules, DateTimeOffset now)
    : IDisposable
{
    /// <summary>How long a call waits whose number is being called already.</summary>
    public static readonly TimeSpan NumberBusyWait = TimeSpan.FromSeconds(10);

    /// <summary>How long a call waits whose number an operator has to decide about.</summary>
    private static readonly TimeSpan NumberInReviewWait = TimeSpan.FromMinutes(5);

    // OR IGNORE: a number that another live call has taken makes this one row, not the group, fail.
    private static readonly string TakeCall =
        $"""
         UPDATE OR IGNORE calls SET status = 'dialing', epoch = epoch + 1, dials = dials + 1, not_before = NULL,
             answered_by = NULL, answered_at = NULL, ended_at = NULL, error_code = NULL, deadline = @deadline, updated_at = @now
         WHERE key = @key AND {SqlStates.In("status", CallTransitions.Waiting)}
         RETURNING epoch, dials
         """;

    private const string InsertAttempt =
        """
        INSERT INTO call_attempts (call_key, epoch, key, dial, status, provider, intended_at)
        VALUES (@call, @epoch, @key, @dial, 'dialing', @provider, @now)
        """;

    private const string HoldCall =
        "UPDATE calls SET status = 'held', error_code = @why, not_before = @until, updated_at = @now WHERE key = @key";

    // Dials of the call itself are apart by its retry plan, and one that was not placed disturbed nobody.
    private const string DialledByAnother =
        """
        SELECT dialled_at FROM last_dials WHERE number = @number AND dialled_at > @since AND dialled_at <>
            (SELECT coalesce(max(intended_at), 0) FROM call_attempts WHERE call_key = @key)
        """;

    private readonly SqliteCommand _take = context.Prepare(TakeCall, "@key", "@deadline", "@now");
    private readonly SqliteCommand _attempt =
        context.Prepare(InsertAttempt, "@call", "@epoch", "@key", "@dial", "@provider", "@now");
    private readonly SqliteCommand _remember = context.Prepare(LastDials.Remember, "@number", "@now");
    private readonly SqliteCommand _hold = context.Prepare(HoldCall, "@key", "@why", "@until", "@now");
    private readonly SqliteCommand _dialled = context.Prepare(DialledByAnother, "@number", "@since", "@key");
    private readonly CounterChanges _changes = new();

    public List<DialIntent> Intents { get; } = [];

    public List<CallKey> Held { get; } = [];

    public void Pass(CallCandidate call)
    {
        if (inHand.Clock.Ask(call.To, inHand.Recipients.TimeZoneOf(call.Data), now) is { IsOpen: false } answer)
            Hold(call, answer.Code!, answer.Next);
        else if (call.WasJustDialled && LastDialByAnother(call) is { } dialled)
            HoldForNumber(call, dialled + rules.SameNumber);
        else if (!TryTake(call))
            HoldForNumber(call, now + NumberBusyWait);
    }

    public void Write() => _changes.Write(context);

    public void Dispose()
    {
        _take.Dispose();
        _attempt.Dispose();
        _remember.Dispose();
        _hold.Dispose();
        _dialled.Dispose();
    }

    private bool TryTake(CallCandidate call)
    {
        int epoch, dial;
        using (var reader = _take.With(call.Key, now + rules.Lease, now).ExecuteReader())
        {
            if (!reader.Read())
                return false;
            (epoch, dial) = (reader.GetInt32(0), reader.GetInt32(1));
        }

        var intent = new DialIntent(
            new CallKey(call.Key), new AttemptKey(Guid.CreateVersion7(now)), dial, call.To, call.Data, call.CreatedAt);
        _attempt.With(call.Key, epoch, intent.Key.Value, dial, inHand.Batch.Provider, now).ExecuteNonQuery();
        _remember.With(call.To.Digits, now).ExecuteNonQuery();
        _changes.Move(inHand.Batch.Number, call.Status, CallStatus.Dialing);
        Intents.Add(intent);
        return true;
    }

    private DateTimeOffset? LastDialByAnother(CallCandidate call) =>
        rules.SameNumber > TimeSpan.Zero
        && _dialled.With(call.To.Digits, now - rules.SameNumber, call.Key).ExecuteScalar() is long ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    private void HoldForNumber(CallCandidate call, DateTimeOffset until)
    {
        using var other = context.Prepare(
            $"SELECT status FROM calls WHERE to_number = @number AND ({SqlStates.AnyOf("status", CallTransitions.NumberTaken)})",
            "@number").With(call.To.E164);
        switch (WireName.Parse<CallStatus>((string?)other.ExecuteScalar()))
        {
            case CallStatus.Review:
                Hold(call, HoldCodes.NumberInReview, now + NumberInReviewWait);
                break;
            case not null:
                Hold(call, HoldCodes.NumberBusy, now + NumberBusyWait);
                break;
            default:
                Hold(call, HoldCodes.NumberJustCalled, until);
                break;
        }
    }

    private void Hold(CallCandidate call, string why, DateTimeOffset until)
    {
        _hold.With(call.Key, why, until, now).ExecuteNonQuery();
        _changes.Move(inHand.Batch.Number, call.Status, CallStatus.Held);
        Held.Add(new CallKey(call.Key));
    }
}
