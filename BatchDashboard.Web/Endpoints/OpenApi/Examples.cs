namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Bodies to learn from.</summary>
internal static class Examples
{
    public const string Done = """{"data": null, "errors": null}""";

    public const string CreateBatch =
        """
        {
          "description": "Reminders",
          "global": {"task": "Hi {{name}}, your appointment is on {{date}}."},
          "call_objects": [{"phone_number": "+12345678909", "request_data": {"name": "Emily", "date": "July 10"}}]
        }
        """;

    public const string CreatedBatch = """{"data": {"batch_id": "01a20985-cd99-75f3-8a01-3f0509b360e8"}, "errors": null}""";

    public const string Batch =
        """
        {
          "data": {
            "id": "01a20985-cd99-75f3-8a01-3f0509b360e8", "user_id": "Key 1", "description": "Reminders", "source": "api",
            "base_prompt": "{\"task\":\"Hi {{name}}, your appointment is on {{date}}.\"}",
            "call_objects": [{"phone_number": "+12345678909", "request_data": {"name": "Emily", "date": "July 10"}}],
            "status": "in_progress", "paused": false, "code": null, "reason": null,
            "calls_total": 1, "calls_queued": 0, "calls_in_progress": 1, "calls_successful": 0, "calls_failed": 0,
            "calls_skipped": 0, "calls_canceled": 0,
            "outcomes": {"completed": 0, "voicemail": 0, "no_answer": 0, "busy": 0, "failed": 0, "unknown": 0},
            "created_at": "2026-07-01T09:00:00.000Z", "start_time": null, "started_at": "2026-07-01T09:00:01.250Z",
            "finished_at": null, "waiting_for": null
          },
          "errors": null
        }
        """;

    public const string Logs =
        """
        {
          "data": [
            {
              "id": "L-12", "batch_id": "01a20985-cd99-75f3-8a01-3f0509b360e8", "org_id": null, "event_type": "row_skipped",
              "timestamp": "2026-07-01T09:00:01.000Z",
              "payload": {
                "row_number": 7, "column": "phone_number", "value": "12", "code": "too_short", "message": "The number is too short."
              }
            }
          ],
          "errors": null
        }
        """;

    public const string SingleCall = """{"phone_number": "+12345678909", "task": "Hi, your order is ready.", "voice": "june"}""";

    public const string CreatedCall =
        """
        {
          "status": "success", "message": "Call successfully queued.",
          "call_id": "01a20985-cd99-75f3-8a01-3f0509b360e9", "batch_id": null
        }
        """;

    public const string Calls =
        """
        {
          "status": "success", "total_count": 1, "count": 1,
          "calls": [
            {
              "call_id": "01a20985-cd99-75f3-8a01-3f0509b360e9", "c_id": "01a20985-cd99-75f3-8a01-3f0509b360e9",
              "batch_id": "01a20985-cd99-75f3-8a01-3f0509b360e8", "row_number": 1, "to": "+12345678909",
              "status": "completed", "queue_status": "complete", "answered_by": "human", "completed": true,
              "created_at": "2026-07-01T09:00:00.000Z", "end_at": "2026-07-01T09:01:30.000Z", "call_length": 1.2,
              "corrected_duration": "72", "error_message": null
            }
          ]
        }
        """;

    public const string Dialling =
        """{"data": {"stopped": true, "stopped_by": "Key 1", "stopped_at": "2026-07-01T09:00:00.000Z"}, "errors": null}""";

    public const string Me = """{"status": "active", "billing": {"current_balance": 0, "refill_to": null}, "total_calls": 42}""";
}
