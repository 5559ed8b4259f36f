namespace BatchDashboard.Core.Batches;

/// <summary>A launched list of recipients and its life; its status and counts are moved by the set-based SQL of <c>Data</c>.</summary>
public sealed class Batch
{
    private Batch()
    {
    }

    /// <summary>Key of the row, and the upper part of the keys of its calls.</summary>
    public int Number { get; private set; }

    public BatchId Id { get; private set; }
    public string Name { get; private set; } = "";
    public BatchStatus Status { get; private set; }

    /// <summary>A flag beside the status: nothing new is dialled while it is set.</summary>
    public bool Paused { get; private set; }

    /// <summary>Somebody pressed Cancel; the rows follow.</summary>
    public bool StopRequested { get; private set; }

    /// <summary>The cancel also ends calls in progress.</summary>
    public bool HangUpRequested { get; private set; }

    /// <summary>Why it is paused, failed or was cancelled: a stable code.</summary>
    public string? Code { get; private set; }

    /// <summary>The same for people.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public string CreatedBy { get; private set; } = "";

    /// <summary>When the first call was accepted.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }
    public string Provider { get; private set; } = "";
    public BatchPlan Plan { get; private set; } = null!;

    /// <summary>The row number up to which the source is stored; 0 before the load.</summary>
    public int LoadedRow { get; private set; }

    /// <summary>
    /// How many rows the source has when they were counted before, else how many it is thought to have from the part that is
    /// read; null when nobody knows yet.
    /// </summary>
    public int? EstimatedRows { get; private set; }

    /// <summary>All rows of the source are stored.</summary>
    public bool Loaded { get; private set; }

    /// <summary>Its calls are found by their numbers without reading through it.</summary>
    public bool NumbersIndexed { get; private set; }

    /// <summary>The row number up to which every call has had its first turn.</summary>
    public int DispatchedRow { get; private set; }

    /// <summary>More recipients than <c>Dispatch:ChunkSize</c>.</summary>
    public bool Chunked { get; private set; }

    /// <summary>Calls in flight at once; null: only the installation's limit.</summary>
    public int? MaxConcurrent { get; private set; }

    /// <summary>Null: only the installation's limit.</summary>
    public double? MaxCallsPerSecond { get; private set; }

    /// <summary>Of batches that want to dial at the same time, a higher one comes first.</summary>
    public int Priority { get; private set; }

    /// <summary>So long its limits grow from a tenth to the whole; 0: they hold at once.</summary>
    public int RampUpSeconds { get; private set; }

    /// <summary>No call of the batch starts before it.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>Calls in doubt that the provider, when asked, did not know: they hold no line any more.</summary>
    public int Released { get; private set; }

    /// <summary>How its last calls ended, the latest last: a dot, or a code and a row: what the automatic pause looks at.</summary>
    public string RecentEnds { get; private set; } = "";

    public BatchCounts Counts { get; private set; } = new();

    /// <param name="id">Null: a new one.</param>
    public static Batch Launch(BatchPlan plan, string provider, string createdBy, DateTimeOffset now, BatchId? id = null) => new()
    {
        Id = id ?? new BatchId(Guid.CreateVersion7(now)),
        Name = plan.Name,
        Status = BatchStatus.Initializing,
        CreatedAt = now,
        CreatedBy = createdBy,
        Provider = provider,
        Plan = plan,
        EstimatedRows = plan.Rows,
        MaxConcurrent = plan.MaxConcurrent,
        MaxCallsPerSecond = plan.MaxCallsPerSecond,
        Priority = plan.Priority,
        RampUpSeconds = plan.RampUpSeconds,
        StartsAt = plan.StartTime,
    };

    /// <summary>How fast it may be dialled now; its plan keeps what it was launched with.</summary>
    public BatchLimits Limits => new(MaxConcurrent, MaxCallsPerSecond, Priority, RampUpSeconds);
}
