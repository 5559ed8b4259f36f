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

    /// <summary>Of the first dial; calls that were not dialled yet have none.</summary>
    public DateTimeOffset? StartedFrom { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? StartedBefore { get; init; }

    /// <summary>Of the time spoken; calls that were not answered have none.</summary>
    public TimeSpan? SpokenAtLeast { get; init; }

    /// <summary>Exclusive.</summary>
    public TimeSpan? SpokenBelow { get; init; }

    /// <summary>Why they failed, were skipped or are held.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Each of them must be so. Batches name their variables each in its own way, so it takes a batch to ask for them.</summary>
    public IReadOnlyList<CallVariable> Variables { get; init; } = [];

    /// <summary>Batch and status are all it asks for: the batches keep count of those, and the calls are found where they are kept.</summary>
    internal bool IsByStatus => Number is null && !IsSearched;

    /// <summary>It asks for something besides batch, status and number, which no index answers.</summary>
    public bool IsSearched => NeedsSearch || this is not { AnsweredBy: null, CreatedFrom: null, CreatedBefore: null };

    /// <summary>It asks for what is only compared by a search.</summary>
    internal bool NeedsSearch => this is not
    {
        StartedFrom: null, StartedBefore: null, SpokenAtLeast: null, SpokenBelow: null, ErrorCode: null, Variables.Count: 0,
    };
}
