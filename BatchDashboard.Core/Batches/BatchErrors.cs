namespace BatchDashboard.Core.Batches;

/// <summary>Why something cannot be done with a batch.</summary>
public static class BatchErrors
{
    public static Error NotFound(string id) =>
        new("BATCH_NOT_FOUND", $"There is no batch with the id {id}. Copy the id again from the list of batches.", "batch_id");

    public static Error AlreadyFinished(string name) =>
        new("BATCH_FINISHED", $"“{name}” is finished; nothing is left to pause or resume.");

    public static Error NobodyToCallAgain(string name) => new(
        "NOBODY_TO_CALL", $"Nobody of “{name}” can be called again for these outcomes: choose others, or wait until more of its calls are over.");

    public static Error BeingCancelled(string name) =>
        new("BATCH_CANCELLED", $"“{name}” is being cancelled and cannot be paused or resumed any more.");
}
