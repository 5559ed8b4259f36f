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

    /// <summary>Why they failed, were skipped or are held.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Batch and status are all it asks for, and of those the batches keep count.</summary>
    internal bool IsCounted => IsByStatus && ErrorCode is null;

    /// <summary>Batch, status and code are all it asks for: its calls are found where those of a status are kept.</summary>
    internal bool IsByStatus => this is { Number: null, AnsweredBy: null, CreatedFrom: null, CreatedBefore: null }
        && (ErrorCode is null || !Statuses.Contains(CallStatus.Skipped));
}
