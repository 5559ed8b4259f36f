using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>A call that was really placed: people would have been rung up for it.</summary>
internal sealed class FakeCall(
    string id, string to, JsonObject request, DateTimeOffset placedAt, FakeOutcome outcome, TimeSpan length)
{
    public string Id => id;

    public string To => to;

    /// <summary>As it was asked for.</summary>
    public JsonObject Request => request;

    public DateTimeOffset PlacedAt => placedAt;

    public TimeSpan Length => length;

    /// <summary>Hung up by request.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    /// <summary>The caller's key among the metadata.</summary>
    public string? Key => (string?)Request["metadata"]?["bd_attempt"];

    public string? Webhook => (string?)Request["webhook"];

    public DateTimeOffset EndsAt => StoppedAt ?? PlacedAt + Length;

    private bool IsPickedUp => outcome is FakeOutcome.Completed or FakeOutcome.Voicemail;

    private DateTimeOffset AnswersAt => PlacedAt + Length / 4;

    public bool IsOver(DateTimeOffset now) => EndsAt <= now;

    public JsonObject Row(DateTimeOffset now) => new()
    {
        ["call_id"] = Id,
        ["created_at"] = Text(PlacedAt),
        ["call_length"] = (double)Talk(now) / 60,
        ["to"] = To,
        ["from"] = "+15550001111",
        ["completed"] = IsOver(now),
        ["queue_status"] = IsOver(now) ? "complete" : HasAnswered(now) ? "started" : "queued",
        ["error_message"] = IsOver(now) && outcome is FakeOutcome.Failed ? "Number not in service" : null,
        ["answered_by"] = AnsweredBy(now),
        ["batch_id"] = null,
    };

    public JsonObject Details(DateTimeOffset now)
    {
        var details = Row(now);
        details["c_id"] = Id;
        details["status"] = Status(now);
        details["started_at"] = HasAnswered(now) ? Text(AnswersAt) : null;
        details["end_at"] = Text(EndsAt);
        details["corrected_duration"] = IsOver(now) ? Talk(now).ToString(CultureInfo.InvariantCulture) : null;
        details["metadata"] = Request["metadata"]?.DeepClone();
        details["request_data"] = Request["request_data"]?.DeepClone();
        details["variables"] = new JsonObject { ["to"] = To };
        details["transcripts"] = new JsonArray([.. Lines(now)]);
        details["summary"] = IsOver(now) && IsPickedUp ? "They talked." : null;
        details["price"] = IsOver(now) && IsPickedUp ? 0.09 : null;
        details["recording_url"] = null;
        details["call_ended_by"] = !IsOver(now) ? null : StoppedAt is not null ? "API" : "ASSISTANT";
        return details;
    }

    private string? Status(DateTimeOffset now) => !IsOver(now) ? null
        : StoppedAt is not null ? "canceled"
        : outcome switch
        {
            FakeOutcome.NoAnswer => "no-answer",
            FakeOutcome.Busy => "busy",
            FakeOutcome.Failed => "failed",
            _ => "completed",
        };

    private string? AnsweredBy(DateTimeOffset now) => !IsOver(now) ? null : outcome switch
    {
        FakeOutcome.Completed => "human",
        FakeOutcome.Voicemail => "voicemail",
        FakeOutcome.NoAnswer => "no-answer",
        _ => null,
    };

    private bool HasAnswered(DateTimeOffset now) => IsPickedUp && AnswersAt <= now && AnswersAt <= EndsAt;

    private decimal Talk(DateTimeOffset now) =>
        HasAnswered(now) ? (decimal)((IsOver(now) ? EndsAt : now) - AnswersAt).TotalSeconds : 0;

    private IEnumerable<JsonNode> Lines(DateTimeOffset now)
    {
        if (!HasAnswered(now))
            yield break;
        yield return Line(7001, "assistant", "Hello, is this a good time?");
        if (IsOver(now))
            yield return Line(7002, "user", "Yes, thank you.");
    }

    private JsonObject Line(int id, string user, string text) => new()
    {
        ["id"] = id,
        ["created_at"] = Text(AnswersAt),
        ["text"] = text,
        ["user"] = user,
        ["c_id"] = Id,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
