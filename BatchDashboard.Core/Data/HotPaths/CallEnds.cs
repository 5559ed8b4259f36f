using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Retries;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>What follows when calls end: another dial by their retry plans, or word to their webhooks, and a pause of their batch when too many fail.</summary>
internal sealed class CallEnds(
    DashboardDbContext context, CallMoves moves, LaunchedSettings settings, AutoPause autoPause, HaltedBatches halted, DateTimeOffset now)
{
    private const string RetryCode = "retry_";

    private readonly Dictionary<int, List<EndedCall>> _ended = [];

    /// <summary>Ends the call, or has it wait for its next dial.</summary>
    public void End(AttemptRow attempt, ProviderCall report)
    {
        var (outcome, error) = (report.Status, report.ErrorCode);
        if (NextDial(attempt, outcome) is { } next
            && moves.Move(attempt, CallStatus.Queued, error: RetryCode + WireName.Of(outcome), notBefore: next))
        {
            Remember(attempt, outcome, error);
        }
        else if (moves.Move(attempt, outcome, error: error, shown: report))
        {
            Remember(attempt, outcome, error);
            Tell(attempt.Call, outcome);
        }
    }

    /// <summary>Ends a call that the provider will not place; dialling it again would change nothing.</summary>
    public void Refuse(AttemptRow attempt, string code)
    {
        if (!moves.Move(attempt, CallStatus.Failed, error: code))
            return;
        Remember(attempt, CallStatus.Failed, code);
        Tell(attempt.Call, CallStatus.Failed);
    }

    /// <summary>Pauses the batches of which too many calls fail.</summary>
    public void Write()
    {
        if (autoPause.IsOff)
            return;
        foreach (var (batch, ended) in _ended)
        {
            using var read = context.Prepare("SELECT recent_ends FROM batches WHERE number = @batch", "@batch").With(batch);
            var recent = autoPause.Add((string)read.ExecuteScalar()!, ended);
            context.Run(
                "UPDATE batches SET recent_ends = @recent WHERE number = @batch", ("@batch", batch), ("@recent", recent.Text));
            if (recent.Problem is { } problem)
                context.PauseFor(batch, problem, halted, now);
        }
    }

    private DateTimeOffset? NextDial(AttemptRow attempt, CallStatus outcome)
    {
        if (!attempt.IsCurrent || attempt.IsStopped || outcome == CallStatus.Canceled)
            return null;
        var plan = RetryPlan.Of(settings.Of(context, attempt.Call, "retry"));
        if (plan == RetryPlan.None || context.IsOver(attempt.Call.BatchNumber))
            return null;
        using var before = context.Prepare(
            "SELECT count(*) FROM call_attempts WHERE call_key = @call AND epoch < @epoch AND status = @status",
            "@call",
            "@epoch",
            "@status").With(attempt.Call.Value, attempt.Epoch, outcome);
        return now + plan.WaitAfter(outcome, Convert.ToInt32(before.ExecuteScalar(), CultureInfo.InvariantCulture));
    }

    private void Tell(CallKey call, CallStatus outcome)
    {
        if ((string?)settings.Of(context, call, "webhook") is { } url)
            context.AddCallWebhook(call, outcome, url, now);
    }

    private void Remember(AttemptRow attempt, CallStatus outcome, string? error)
    {
        if (outcome == CallStatus.Canceled)
            return;
        if (!_ended.TryGetValue(attempt.Call.BatchNumber, out var ended))
            _ended[attempt.Call.BatchNumber] = ended = [];
        ended.Add(new EndedCall(attempt.Call.RowNumber, outcome == CallStatus.Failed ? error ?? "failed" : null));
    }
}
