using System.Text.Json;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Writes down what a provider says of a call.</summary>
internal static class CallReports
{
    /// <summary>False: the attempt has ended already, and nothing is changed.</summary>
    public static bool WriteReport(this DashboardDbContext context, AttemptRow attempt, ProviderCall call, DateTimeOffset now) =>
        context.Run(
            """
            UPDATE call_attempts SET status = @status, provider_call_id = @id, accepted_at = coalesce(accepted_at, @now),
                ringing_at = coalesce(@ringing, ringing_at), answered_at = coalesce(@answered, answered_at), ended_at = @ended,
                answered_by = @by, ended_by = @ended_by, error_code = @code, error_message = @message, summary = @summary,
                transcript = @transcript, recording_url = @recording, price = @price
            WHERE key = @key AND ended_at IS NULL
            """,
            ("@key", attempt.Key.Value),
            ("@status", call.Status),
            ("@id", call.ProviderCallId),
            ("@now", now),
            ("@ringing", call.RingingAt),
            ("@answered", call.AnsweredAt),
            ("@ended", call.Status.IsFinal() ? call.EndedAt ?? now : null),
            ("@by", call.AnsweredBy),
            ("@ended_by", call.EndedBy),
            ("@code", call.ErrorCode),
            ("@message", call.ErrorMessage),
            ("@summary", call.Summary),
            ("@transcript", Json(call.Transcript)),
            ("@recording", call.RecordingUrl),
            ("@price", call.Price)) == 1;

    /// <summary>
    /// For a call that is over: it stays as it ended, and what only this report of its end tells is added. False: nothing
    /// was missing.
    /// </summary>
    public static bool AddDetails(this DashboardDbContext context, AttemptRow attempt, ProviderCall call)
    {
        var added = context.Run(
            """
            UPDATE call_attempts SET answered_at = coalesce(answered_at, @answered), answered_by = coalesce(answered_by, @by),
                ended_by = coalesce(ended_by, @ended_by), summary = coalesce(summary, @summary),
                transcript = coalesce(transcript, @transcript), recording_url = coalesce(recording_url, @recording),
                price = coalesce(price, @price)
            WHERE key = @key AND (answered_at IS NULL OR answered_by IS NULL OR ended_by IS NULL OR summary IS NULL
                OR transcript IS NULL OR recording_url IS NULL OR price IS NULL)
            """,
            ("@key", attempt.Key.Value),
            ("@answered", call.AnsweredAt),
            ("@by", call.AnsweredBy),
            ("@ended_by", call.EndedBy),
            ("@summary", call.Summary),
            ("@transcript", Json(call.Transcript)),
            ("@recording", call.RecordingUrl),
            ("@price", call.Price));
        if (added == 1 && attempt.IsCurrent && attempt.CallStatus.IsFinal())
        {
            context.Run(
                "UPDATE calls SET answered_by = coalesce(answered_by, @by), answered_at = coalesce(answered_at, @answered) WHERE key = @key",
                ("@key", attempt.Call.Value),
                ("@by", call.AnsweredBy),
                ("@answered", call.AnsweredAt));
        }

        return added == 1;
    }

    private static string? Json(IReadOnlyList<TranscriptLine> transcript) =>
        transcript.Count > 0 ? JsonSerializer.Serialize(transcript, JsonSerializerOptions.Web) : null;
}
