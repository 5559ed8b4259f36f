using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>A batch in the making: what the wizard knows so far, safe in the database from the first step on.</summary>
public sealed class BatchDraft
{
    private BatchDraft()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The user who makes it.</summary>
    public string Owner { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The uploaded file; null before the first upload.</summary>
    public DraftSource? Source { get; private set; }

    /// <summary>What each column means, by position; null until the mapping step was seen.</summary>
    public IReadOnlyList<ColumnTarget>? Columns { get; set; }

    public PhoneRules Phone { get; set; } = new();
    public bool CallDuplicates { get; set; }

    /// <summary>The result of the last dry run, for the file and mapping it was made of; null when either changed since.</summary>
    public ImportReport? Report { get; set; }

    /// <summary>Call settings for every recipient, the prompt among them.</summary>
    public JsonObject Settings { get; set; } = [];

    public string Name { get; set; } = "";
    public DateTimeOffset? StartTime { get; set; }
    public int? MaxConcurrent { get; set; }
    public double? MaxCallsPerSecond { get; set; }

    /// <summary>Set once, by the launch that wins.</summary>
    public BatchId? LaunchedAs { get; private set; }

    public static BatchDraft Start(string owner, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Owner = owner,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Takes a new file; what was decided about the old one goes.</summary>
    public void Use(DraftSource source)
    {
        Source = source;
        Columns = null;
        Report = null;
        if (Name.Length == 0)
            Name = Path.GetFileNameWithoutExtension(source.FileName);
    }
}
