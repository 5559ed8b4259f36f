namespace BatchDashboard.Core.Calls;

/// <summary>One dial of a call: its key is committed before the request leaves.</summary>
public sealed class CallAttempt
{
    private CallAttempt()
    {
    }

    public long CallKey { get; private set; }

    /// <summary>The call's <see cref="Call.Epoch"/> at the intent.</summary>
    public int Epoch { get; private set; }

    /// <summary>The value of the <see cref="Telephony.AttemptKey"/>.</summary>
    public Guid Key { get; private set; }

    /// <summary>Number of the dial for people and providers, from 1; a dial that was surely not placed gives its number back.</summary>
    public int Dial { get; private set; }

    /// <summary>Where this attempt stands or how it ended; <see cref="CallStatus.Queued"/>: it was surely not placed.</summary>
    public CallStatus Status { get; private set; }

    /// <summary>In doubt and not known to the provider: it holds no line.</summary>
    public bool Released { get; private set; }

    public string Provider { get; private set; } = "";
    public string? ProviderCallId { get; private set; }
    public DateTimeOffset IntendedAt { get; private set; }

    /// <summary>When the last intent to place it again under its key was committed.</summary>
    public DateTimeOffset? RepeatedAt { get; private set; }

    /// <summary>When somebody asked to end this one call.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RingingAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public AnsweredBy? AnsweredBy { get; private set; }
    public string? EndedBy { get; private set; }
    public string? ErrorCode { get; private set; }
    public string? ErrorMessage { get; private set; }
    public string? Summary { get; private set; }

    /// <summary>JSON array of <see cref="TranscriptLine"/>.</summary>
    public string? Transcript { get; private set; }

    public string? RecordingUrl { get; private set; }
    public decimal? Price { get; private set; }
}
