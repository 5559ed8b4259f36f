using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.NewBatch.Launch;
using BatchDashboard.Web.NewBatch.Mapping;
using BatchDashboard.Web.NewBatch.Prompt;
using BatchDashboard.Web.NewBatch.Recipients;
using BatchDashboard.Web.NewBatch.Review;

namespace BatchDashboard.Web.NewBatch;

/// <summary>How the steps are called, where they are, and which component shows them.</summary>
internal static class DraftSteps
{
    public static IReadOnlyList<DraftStep> All { get; } = Enum.GetValues<DraftStep>();

    public static string Slug(this DraftStep step) => step.ToString().ToLowerInvariant();

    public static string Path(this DraftStep step, Guid draft) => $"/batches/new/{draft}/{step.Slug()}";

    public static int Number(this DraftStep step) => (int)step + 1;

    public static string Label(this DraftStep step) => step switch
    {
        DraftStep.Recipients => "Recipients",
        DraftStep.Map => "Map columns",
        DraftStep.Review => "Review",
        DraftStep.Prompt => "Prompt",
        DraftStep.Launch => "Launch",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    public static string Heading(this DraftStep step) => $"Step {step.Number()} of {All.Count}: {step.Label()}";

    public static Type Component(this DraftStep step) => step switch
    {
        DraftStep.Recipients => typeof(RecipientsStep),
        DraftStep.Map => typeof(MapStep),
        DraftStep.Review => typeof(ReviewStep),
        DraftStep.Prompt => typeof(PromptStep),
        DraftStep.Launch => typeof(LaunchStep),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>Null when the address names no step.</summary>
    public static DraftStep? Find(string slug) =>
        All.Where(step => step.Slug() == slug).Select(step => (DraftStep?)step).FirstOrDefault();
}
