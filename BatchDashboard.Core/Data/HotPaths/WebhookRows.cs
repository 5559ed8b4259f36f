using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Webhooks;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// The outbox of webhooks: messages are written in the transaction that makes their cause true, and stay until they are
/// delivered or given up.
/// </summary>
internal static class WebhookRows
{
    // A phase is told once, however often a batch comes to it; a receiver that wants no more of a batch gets no more.
    private const string Add =
        """
        INSERT INTO webhook_messages (id, kind, batch_number, batch_id, call_key, event, url, host, body, created_at, state, tries, next_at)
        SELECT @id, @kind, number, id, @call, @event, @url, @host, @body, @now, 'pending', 0, @now FROM batches
        WHERE number = @batch
            AND NOT EXISTS (SELECT 1 FROM webhook_messages m WHERE m.batch_number = @batch AND m.state = 'gone' AND m.url = @url)
            AND NOT (@once AND EXISTS (SELECT 1 FROM webhook_messages m WHERE m.batch_number = @batch AND m.kind = 'status' AND m.event = @event))
        """;

    /// <summary>Of each batch the oldest message about its phases, whose turn it is.</summary>
    private const string DuePhases =
        """
        SELECT m.number, m.id, m.kind, m.call_key, m.url, m.host, m.body, m.tries FROM webhook_messages m
        WHERE m.state = 'pending' AND m.kind = 'status' AND m.next_at <= @now AND m.number = (
            SELECT min(n.number) FROM webhook_messages n WHERE n.state = 'pending' AND n.kind = 'status' AND n.batch_number = m.batch_number)
        ORDER BY m.next_at
        """;

    /// <summary>Of each host the oldest few: a million messages to one that is away do not hide those to others.</summary>
    private const string DueCalls =
        """
        WITH RECURSIVE hosts (host) AS (
            SELECT min(host) FROM webhook_messages WHERE state = 'pending' AND kind = 'call'
            UNION ALL SELECT (SELECT min(m.host) FROM webhook_messages m WHERE m.state = 'pending' AND m.kind = 'call' AND m.host > hosts.host)
                FROM hosts WHERE host IS NOT NULL)
        SELECT m.number, m.id, m.kind, m.call_key, m.url, m.host, m.body, m.tries FROM hosts JOIN webhook_messages m ON m.number IN (
            SELECT n.number FROM webhook_messages n
            WHERE n.state = 'pending' AND n.kind = 'call' AND n.host = hosts.host AND n.next_at <= @now ORDER BY n.next_at LIMIT @most)
        """;

    private const string Settle =
        "UPDATE webhook_messages SET state = @state, tries = @tries, next_at = @next WHERE number = @number AND state = 'pending'";

    private const string AddTry =
        """
        INSERT INTO webhook_tries (message_number, try, at, milliseconds, status_code, error, answer)
        VALUES (@number, (SELECT count(*) + 1 FROM webhook_tries WHERE message_number = @number), @at, @milliseconds, @status, @error, @answer)
        """;

    private const string WantsNoMore =
        """
        UPDATE webhook_messages SET state = 'gone', next_at = NULL WHERE state = 'pending' AND (batch_number, url) =
            (SELECT batch_number, url FROM webhook_messages WHERE number = @number)
        """;

    private const string SendAgain =
        "UPDATE webhook_messages SET state = 'pending', tries = 0, next_at = @now WHERE number = @number";

    public static void AddStatusWebhook(
        this DashboardDbContext context, int batch, string phase, string url, JsonObject body, DateTimeOffset now) =>
        context.AddWebhook(WebhookKind.Status, batch, null, phase, url, body.ToJsonString(), isOnce: true, now);

    /// <summary>Its body is written when it is sent.</summary>
    public static void AddCallWebhook(this DashboardDbContext context, CallKey call, CallStatus ended, string url, DateTimeOffset now) =>
        context.AddWebhook(WebhookKind.Call, call.BatchNumber, call, WireName.Of(ended), url, null, isOnce: false, now);

    /// <summary>How a call goes on, for receivers that ask for it.</summary>
    public static void AddCallEvent(
        this DashboardDbContext context, CallKey call, CallStatus status, string url, JsonObject body, DateTimeOffset now) =>
        context.AddWebhook(WebhookKind.Call, call.BatchNumber, call, WireName.Of(status), url, body.ToJsonString(), isOnce: false, now);

    public static IReadOnlyList<DueWebhook> DueStatusWebhooks(this DashboardDbContext context, DateTimeOffset now)
    {
        using var query = context.Prepare(DuePhases, "@now").With(now);
        return Read(query);
    }

    /// <param name="mostOfHost">So many to each host.</param>
    public static IReadOnlyList<DueWebhook> DueCallWebhooks(this DashboardDbContext context, int mostOfHost, DateTimeOffset now)
    {
        using var query = context.Prepare(DueCalls, "@now", "@most").With(now, mostOfHost);
        return Read(query);
    }

    private static List<DueWebhook> Read(SqliteCommand query)
    {
        using var reader = query.ExecuteReader();
        var due = new List<DueWebhook>();
        while (reader.Read())
        {
            due.Add(new DueWebhook(
                reader.GetInt64(0),
                reader.GetGuid(1),
                WireName.Parse<WebhookKind>(reader.GetString(2))!.Value,
                reader.IsDBNull(3) ? null : new CallKey(reader.GetInt64(3)),
                reader.GetString(4),
                reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6),
                reader.GetInt32(7)));
        }

        return due;
    }

    /// <summary>Keeps the body that the first try is about to send, so that every try sends the same.</summary>
    public static void KeepBody(this DashboardDbContext context, long number, string body) =>
        context.Run("UPDATE webhook_messages SET body = @body WHERE number = @number", ("@body", body), ("@number", number));

    /// <param name="next">When it is tried again; null: never.</param>
    public static void Settled(
        this DashboardDbContext context, DueWebhook message, WebhookAnswer answer, DateTimeOffset at, TimeSpan took, DateTimeOffset? next)
    {
        context.Run(
            AddTry,
            ("@number", message.Number),
            ("@at", at),
            ("@milliseconds", (int)took.TotalMilliseconds),
            ("@status", answer.StatusCode),
            ("@error", answer.Error),
            ("@answer", answer.Text));
        context.Run(
            Settle,
            ("@state", StateAfter(answer, next)),
            ("@tries", message.Tries + 1),
            ("@next", next),
            ("@number", message.Number));
        if (answer.IsGone)
            context.Run(WantsNoMore, ("@number", message.Number));
    }

    /// <summary>Puts a message back into the queue, whatever became of it; false: there is none of this number.</summary>
    public static bool SendWebhookAgain(this DashboardDbContext context, long number, DateTimeOffset now) =>
        context.Run(SendAgain, ("@number", number), ("@now", now)) == 1;

    private static WebhookState StateAfter(WebhookAnswer answer, DateTimeOffset? next) =>
        answer.IsDelivered ? WebhookState.Delivered
        : answer.IsGone ? WebhookState.Gone
        : next is null ? WebhookState.Failed
        : WebhookState.Pending;

    private static void AddWebhook(
        this DashboardDbContext context,
        WebhookKind kind,
        int batch,
        CallKey? call,
        string what,
        string url,
        string? body,
        bool isOnce,
        DateTimeOffset now) =>
        context.Run(
            Add,
            ("@id", Guid.CreateVersion7(now)),
            ("@kind", kind),
            ("@call", call?.Value),
            ("@event", what),
            ("@url", url),
            ("@host", new Uri(url).Authority),
            ("@body", body),
            ("@now", now),
            ("@batch", batch),
            ("@once", isOnce));
}
