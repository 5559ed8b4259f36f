namespace BatchDashboard.Core.Calls;

/// <summary>One recipient's call, as it stands now; written by the set-based SQL of <c>Data</c> only.</summary>
public sealed class Call
{
    private Call()
    {
    }

    /// <summary>A <see cref="CallKey"/>.</summary>
    public long Key { get; private set; }

    public CallStatus Status { get; private set; }

    /// <summary>E.164; null for a skipped row without a usable number.</summary>
    public string? ToNumber { get; private set; }

    /// <summary>The row's values, see <see cref="Imports.ImportedRow.Data"/>.</summary>
    public string Data { get; private set; } = "[]";

    /// <summary>Goes up by one with every intent to dial; writes that know an older one are refused.</summary>
    public int Epoch { get; private set; }

    /// <summary>Dials that were, or may have been, placed.</summary>
    public int Dials { get; private set; }

    /// <summary>Waits until then; null: as soon as its turn comes.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>In flight: when it has been silent too long and is asked about.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    public AnsweredBy? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it failed, was skipped or is held: a stable code.</summary>
    public string? ErrorCode { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
}
