namespace BatchDashboard.Core.Calls;

/// <summary>Why something cannot be done with a call.</summary>
public static class CallErrors
{
    public static Error NotFound(string id) =>
        new("CALL_NOT_FOUND", $"There is no call with the id {id}. Copy the id again from the list of calls.", "call_id");

    public static Error AlreadyDecided() => new(
        "CALL_DECIDED", "Somebody has decided about this call meanwhile; the log of its batch says who. Nothing was changed.", "call_id");

    public static Error NotYetKnown() => new(
        "CALL_BEING_PLACED",
        "The provider has not confirmed the call yet, so nobody can hang it up. It is not dialled again; stop it again once it rings.",
        "call_id");

    public static Error InReview() => new(
        "CALL_IN_REVIEW",
        "Nobody knows whether this call was placed, and it is not dialled again by itself. Decide about it on the page Review, or with was_called or call_again.",
        "call_id");

    public static Error NotHungUp() => new(
        "PROVIDER_UNAVAILABLE", "The provider could not be asked to hang up. Stop the call again in a moment.", "call_id");

    public static Error NotInReview(CallStatus status) => new(
        "CALL_NOT_IN_REVIEW",
        $"There is nothing to decide about this call: it is now “{WireName.Of(status).Replace('_', ' ')}”. Nothing was changed.",
        "call_id");
}
