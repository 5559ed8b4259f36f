using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Moves calls along their transition table within one transaction, and keeps the counters of their batches true.</summary>
internal sealed class CallMoves(DashboardDbContext context, CallProgress progress, DateTimeOffset now)
{
    private static readonly string MoveCall = Statement("");

    private static readonly string MoveAndShow = Statement(
        ", answered_by = @by, answered_at = coalesce(@answered, answered_at), ended_at = @ended");

    private readonly CounterChanges _changes = new();
    private readonly HashSet<CallKey> _changed = [];

    /// <summary>The calls that changed.</summary>
    public IReadOnlyCollection<CallKey> Changed => _changed;

    /// <summary>False: it is no legal move, or a later attempt has the call; nothing happens then.</summary>
    /// <param name="shown">What else the call shows from now on: who answered, and when it was answered and ended.</param>
    public bool Move(
        AttemptRow attempt,
        CallStatus to,
        DateTimeOffset? deadline = null,
        string? error = null,
        DateTimeOffset? notBefore = null,
        ProviderCall? shown = null)
    {
        var from = attempt.CallStatus;
        if (!attempt.IsCurrent || !May(from, to))
            return false;
        ReadOnlySpan<(string, object?)> values =
        [
            ("@key", attempt.Call.Value),
            ("@epoch", attempt.Epoch),
            ("@from", from),
            ("@to", to),
            ("@deadline", deadline),
            ("@error", error),
            ("@not_before", notBefore),
            ("@now", now),
            ("@by", shown?.AnsweredBy),
            ("@answered", shown?.AnsweredAt),
            ("@ended", to.IsFinal() ? shown?.EndedAt ?? now : null),
        ];
        var moved = shown is null ? context.Run(MoveCall, values[..^3]) : context.Run(MoveAndShow, values);
        if (moved != 1)
            throw new InvalidOperationException($"Call {attempt.Call.Value} is not {from} at epoch {attempt.Epoch}.");
        if (from != to)
        {
            _changes.Move(attempt.Call.BatchNumber, from, to);
            progress.Moved(attempt.Call, to);
        }

        if (attempt.IsReleased && from != to)
            Release(attempt, isReleased: false);
        _changed.Add(attempt.Call);
        return true;
    }

    /// <summary>The provider does not know the call in doubt: it gives its line to others until it is known better.</summary>
    public void Release(AttemptRow attempt)
    {
        if (attempt is { IsCurrent: true, IsReleased: false, CallStatus: CallStatus.Uncertain })
            Release(attempt, isReleased: true);
    }

    /// <summary>Something about the call has changed that is no move.</summary>
    public void Touch(CallKey call) => _changed.Add(call);

    public void Write() => _changes.Write(context);

    public static bool May(CallStatus from, CallStatus to) =>
        from == to ? from.IsInFlight() : CallTransitions.Allows(from, to);

    private static string Statement(string shown) =>
        $"""
         UPDATE calls SET status = @to, deadline = @deadline, error_code = @error, not_before = @not_before, updated_at = @now{shown}
         WHERE key = @key AND epoch = @epoch AND status = @from
         """;

    private void Release(AttemptRow attempt, bool isReleased)
    {
        context.Run(
            "UPDATE call_attempts SET released = @released WHERE key = @key",
            ("@key", attempt.Key.Value),
            ("@released", isReleased));
        context.Run(
            "UPDATE batches SET released = released + @change WHERE number = @batch",
            ("@batch", attempt.Call.BatchNumber),
            ("@change", isReleased ? 1 : -1));
    }
}
