namespace BatchDashboard.Core.Calls;

/// <summary>Why something cannot be done with a call.</summary>
public static class CallErrors
{
    public static Error NotFound(string id) =>
        new("CALL_NOT_FOUND", $"There is no call with the id {id}. Copy the id again from the list of calls.", "call_id");
}
