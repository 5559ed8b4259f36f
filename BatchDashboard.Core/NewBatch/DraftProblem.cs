namespace BatchDashboard.Core.NewBatch;

/// <summary>Something that keeps a draft from being launched.</summary>
/// <param name="Step">Where it can be settled.</param>
/// <param name="Field">The input it is about: <c>file</c>, <c>column-3</c> (from 0), <c>phone-column</c>, a call setting, or a limit.</param>
/// <param name="IsMissing">Nothing is wrong yet; something is only not there.</param>
public sealed record DraftProblem(DraftStep Step, string Field, Error Error, bool IsMissing = false)
{
    /// <summary>Other inputs it is about just as much.</summary>
    public IReadOnlyList<string> AlsoAt { get; init; } = [];

    public bool IsAt(string field) => Field == field || AlsoAt.Contains(field);
}
