using BatchDashboard.Core.Batches;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Why something cannot be done with a draft.</summary>
public static class DraftErrors
{
    public const string AlreadyLaunchedCode = "already_launched";

    public static Error NotFound() =>
        new("draft_not_found", "This draft does not exist any more, or it belongs to somebody else. Start a new batch.");

    public static Error AlreadyLaunched(BatchId batch) =>
        new(AlreadyLaunchedCode, "This batch was launched already; it will not be launched twice.", batch.ToString());

    public static Error NoFile() => new("no_file", "Upload a file with recipients first.", "recipients");

    public static Error NoPrompt() =>
        new("no_prompt", "Write a prompt, or enter the id of a pathway: the agent must know what to say.", "prompt");

    public static Error NobodyReady() =>
        new("no_valid_recipients", "None of the rows can be called. See the review step for the reasons.", "review");

    public static Error NotReviewed() =>
        new("not_reviewed", "The file has not been checked under this mapping yet. Open the review step once.", "review");
}
