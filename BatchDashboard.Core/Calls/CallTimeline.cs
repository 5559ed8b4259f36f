namespace BatchDashboard.Core.Calls;

/// <summary>Tells the life of a call from the times on its row and its attempts.</summary>
internal static class CallTimeline
{
    public static IReadOnlyList<CallEvent> Of(Call call, IReadOnlyCollection<CallAttempt> attempts)
    {
        var events = new List<CallEvent>
        {
            // A row without a number was never more than a row.
            call is { Status: CallStatus.Skipped, ToNumber: null }
                ? new CallEvent("skipped", call.CreatedAt, Detail: call.ErrorCode)
                : new CallEvent("queued", call.CreatedAt),
        };
        if (call is { Status: CallStatus.Skipped, ToNumber: not null })
            events.Add(new CallEvent("skipped", call.UpdatedAt, Detail: call.ErrorCode));
        foreach (var attempt in attempts)
            events.AddRange(Of(attempt));
        // A call that was hung up tells it by its attempt.
        var isToldByAttempt = attempts.Any(attempt => attempt.EndedAt is not null && attempt.Status == call.Status);
        if (!isToldByAttempt && call.Status is (CallStatus.Canceled or CallStatus.Review or CallStatus.Unknown))
            events.Add(new CallEvent(WireName.Of(call.Status), call.UpdatedAt));
        if (call.Status.IsWaiting() && call.NotBefore is { } next)
            events.Add(new CallEvent("next_try", next, null, call.ErrorCode));
        return [.. events.OrderBy(step => step.At)];
    }

    private static IEnumerable<CallEvent> Of(CallAttempt attempt)
    {
        yield return new CallEvent("dialing", attempt.IntendedAt, attempt.Dial);
        if (attempt.AcceptedAt is { } accepted)
            yield return new CallEvent("accepted", accepted, attempt.Dial, attempt.ProviderCallId);
        if (attempt.RingingAt is { } ringing)
            yield return new CallEvent("ringing", ringing, attempt.Dial);
        if (attempt.AnsweredAt is { } answered)
            yield return new CallEvent("answered", answered, attempt.Dial, attempt.AnsweredBy is { } by ? WireName.Of(by) : null);
        if (attempt.EndedAt is { } ended)
            yield return new CallEvent(EndOf(attempt), ended, attempt.Dial, attempt.ErrorMessage ?? attempt.ErrorCode);
    }

    private static string EndOf(CallAttempt attempt) =>
        attempt.Status == CallStatus.Queued ? "not_placed" : WireName.Of(attempt.Status);
}
