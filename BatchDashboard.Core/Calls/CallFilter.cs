namespace BatchDashboard.Core.Calls;

/// <summary>Which calls a list shows.</summary>
/// <param name="BatchNumber">Null: all batches.</param>
/// <param name="Statuses">Empty: every status but skipped, which lists show only when asked for.</param>
/// <param name="Number">A whole number in E.164.</param>
public sealed record CallFilter(int? BatchNumber, IReadOnlyList<CallStatus> Statuses, string? Number = null)
{
    public AnsweredBy? AnsweredBy { get; init; }

    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>Batch and status are all it asks for, and of those the batches keep count.</summary>
    internal bool IsCounted => this is { Number: null, AnsweredBy: null, CreatedFrom: null, CreatedBefore: null };
}
