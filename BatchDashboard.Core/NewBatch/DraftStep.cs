namespace BatchDashboard.Core.NewBatch;

/// <summary>The steps in which a batch is made, in their order.</summary>
public enum DraftStep
{
    Recipients,
    Map,
    Review,
    Prompt,
    Launch,
}
