using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>A placed call whose whole course is known; it can be asked how it stands at any time.</summary>
internal sealed class SandboxCall
{
    private readonly PlacedCall _placed;
    private readonly SandboxScript _script;
    private readonly SandboxRequest _request;
    private readonly SandboxOptions _options;
    private readonly TemplateRenderer _render;
    private readonly DateTimeOffset? _ringingAt;
    private readonly DateTimeOffset? _answeredAt;
    private readonly DateTimeOffset _scriptedEnd;
    private readonly DateTimeOffset _endedAt;

    public SandboxCall(PlacedCall placed, DateTimeOffset? stoppedAt, SandboxOptions options, TemplateRenderer render)
    {
        _placed = placed;
        _options = options;
        _render = render;
        _request = SandboxRequest.From(placed.Request);
        _script = SandboxScript.For(options.Seed, placed.To, placed.Attempt);
        _ringingAt = After(_script.RingsAfter);
        _answeredAt = After(_script.AnsweredAfter);
        _scriptedEnd = placed.PlacedAt + EndsAfter / options.Speed;
        _endedAt = stoppedAt < _scriptedEnd ? stoppedAt.Value : _scriptedEnd;
    }

    private TimeSpan EndsAfter =>
        _script.AnsweredAfter + _request.MaxDuration is { } longest && longest < _script.EndsAfter
            ? longest
            : _script.EndsAfter;

    private bool WasStopped => _endedAt < _scriptedEnd;

    public bool IsOver(DateTimeOffset now) => _endedAt <= now;

    /// <summary>Until it rings it is said to be ringing, with no time for it.</summary>
    public ProviderCall At(DateTimeOffset now)
    {
        var ended = IsOver(now);
        var until = ended ? _endedAt : now;
        var conversation = _answeredAt <= until ? Conversation() : null;
        return new ProviderCall(SandboxCallId.For(_placed.Key), _placed.Key, StatusAt(now))
        {
            RingingAt = _ringingAt <= until ? _ringingAt : null,
            AnsweredAt = _answeredAt <= until ? _answeredAt : null,
            EndedAt = ended ? _endedAt : null,
            AnsweredBy = conversation is not null || (ended && !WasStopped) ? _script.AnsweredBy : null,
            ErrorCode = ended && !WasStopped ? _script.ErrorCode : null,
            ErrorMessage = ended && !WasStopped ? _script.ErrorMessage : null,
            EndedBy = ended ? EndedBy : null,
            Transcript = conversation is null ? [] : Transcript(conversation, until),
            Summary = ended && !WasStopped ? conversation?.Summary : null,
            Price = ended ? 0 : null,
        };
    }

    /// <summary>What the sandbox tells by itself at this time; null when that is nothing.</summary>
    public ProviderCall? ReportAt(DateTimeOffset now) => _script.Reports switch
    {
        SandboxReports.Nothing => null,
        SandboxReports.AllButTheEnd when IsOver(now) => null,
        _ => IsOver(now) || _ringingAt <= now ? At(now) : null,
    };

    /// <summary>When it changes next; null when it is over.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now)
    {
        if (IsOver(now)) return null;
        if (now < _ringingAt && _ringingAt < _endedAt) return _ringingAt;
        return now < _answeredAt && _answeredAt < _endedAt ? _answeredAt : _endedAt;
    }

    private string? EndedBy => WasStopped ? "API" : _answeredAt is null ? null : "ASSISTANT";

    private CallStatus StatusAt(DateTimeOffset now)
    {
        if (IsOver(now)) return WasStopped ? CallStatus.Canceled : _script.Outcome;
        return _answeredAt <= now ? CallStatus.InProgress : CallStatus.Ringing;
    }

    private DateTimeOffset? After(TimeSpan? span) => _placed.PlacedAt + span / _options.Speed;

    private SandboxConversation Conversation() => SandboxConversation.Hold(
        _request,
        _script.AnsweredBy!.Value,
        _render,
        new SandboxDice(_options.Seed, _placed.To, _placed.Attempt, "conversation"));

    private List<TranscriptLine> Transcript(SandboxConversation conversation, DateTimeOffset until) =>
        [.. Lines(conversation).TakeWhile(line => line.CreatedAt <= until)];

    // Long turns take longer to say.
    private IEnumerable<TranscriptLine> Lines(SandboxConversation conversation)
    {
        var turns = conversation.Turns;
        var talk = _script.EndsAfter - _script.AnsweredAfter!.Value;
        double total = turns.Sum(Weight), before = 0;
        for (var i = 0; i < turns.Count; before += Weight(turns[i++]))
            yield return new TranscriptLine(
                i + 1, _answeredAt!.Value + talk * (before / total) / _options.Speed, turns[i].Text, turns[i].By);
    }

    private static int Weight(SandboxTurn turn) => 10 + turn.Text.Length;
}
