namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Values that no call setting may have, as <c>global</c> of a batch and as a call of its own.</summary>
internal static class MalformedSettings
{
    public static IEnumerable<MalformedRequest> All =>
    [
        .. Values.Select(c => MalformedRequest.Post(
            "/v2/batches/create",
            $$$"""{"global":{"persona_id":"p",{{{c.Setting}}}},"call_objects":[{"phone_number":"+12125550123"}]}""",
            $"global.{c.Field}",
            c.Field)),
        .. Values.Where((_, index) => index % 3 == 0).Select(c => MalformedRequest.Post(
            "/v1/calls", $$"""{"persona_id":"p","phone_number":"+12125550123",{{c.Setting}}}""", c.Field, c.Field)),
        .. Globals.Select(c => MalformedRequest.Post(
            "/v2/batches/create",
            $$"""{"global":{{c.Global}},"call_objects":[{"phone_number":"+12125550123"}]}""",
            c.Field,
            c.Words)),
    ];

    private static (string Global, string Field, string Words)[] Globals =>
    [
        ("{}", "global.task", "global needs a task"),
        ("null", "global.task", "global needs a task"),
        ("""{"task":"  "}""", "global.task", "global needs a task"),
        ("\"Hello\"", "global", "global must be an object"),
        ("[]", "global", "global must be an object"),
        ("""{"task":"x","phone_number":"+12125550123"}""", "global.phone_number", "not into global"),
        ("""{"task":"x","max_duraton":3}""", "global.max_duraton", "Did you mean max_duration?"),
        ("""{"task":"x","task":"y"}""", "global", "cannot be read"),
        ("""{"task":"\ud800"}""", "global", "cannot be read"),
    ];

    private static (string Setting, string Field)[] Values =>
    [
        ("\"task\":7", "task"),
        ($"\"task\":\"{new string('x', 50_001)}\"", "task"),
        ("\"pathway_id\":{}", "pathway_id"),
        ("\"pathway_version\":\"newest\"", "pathway_version"),
        ("\"pathway_version\":-1", "pathway_version"),
        ("\"pathway_version\":99999999999999999999", "pathway_version"),
        ("\"first_sentence\":[\"Hello\"]", "first_sentence"),
        ("\"model\":\"huge\"", "model"),
        ("\"temperature\":1.01", "temperature"),
        ("\"temperature\":-0.1", "temperature"),
        ("\"temperature\":1e999", "temperature"),
        ("\"temperature\":\"warm\"", "temperature"),
        ("\"tools\":{}", "tools"),
        ("\"guard_rails\":5", "guard_rails"),
        ("\"voice\":true", "voice"),
        ("\"language\":3", "language"),
        ("\"background_track\":\"disco\"", "background_track"),
        ("\"noise_cancellation\":\"maybe\"", "noise_cancellation"),
        ("\"pronunciation_guide\":[\"API\"]", "pronunciation_guide[0]"),
        ("\"wait_for_greeting\":2", "wait_for_greeting"),
        ("\"interruption_threshold\":10001", "interruption_threshold"),
        ("\"interruptibility\":4", "interruptibility"),
        ("\"block_interruptions\":[]", "block_interruptions"),
        ($"\"keywords\":[{string.Join(',', Enumerable.Repeat("\"a\"", 21))}]", "keywords"),
        ("\"keywords\":[{}]", "keywords[0]"),
        ("\"from\":\"Bob\"", "from"),
        ("\"from\":\"911\"", "from"),
        ("\"dialing_strategy\":\"local\"", "dialing_strategy"),
        ("\"start_time\":\"2026-02-30 09:00:00\"", "start_time"),
        ("\"start_time\":\"2026-07-10T25:00:00Z\"", "start_time"),
        ("\"start_time\":{}", "start_time"),
        ("\"timezone\":\"Mars/Olympus\"", "timezone"),
        ("\"timezone\":5", "timezone"),
        ("\"max_duration\":0", "max_duration"),
        ("\"max_duration\":721", "max_duration"),
        ("\"max_duration\":\"1e99\"", "max_duration"),
        ("\"max_duration\":12.5", "max_duration"),
        ("\"transfer_phone_number\":\"1-800-FLOWERS\"", "transfer_phone_number"),
        ("\"transfer_list\":{\"sales\":\"no\"}", "transfer_list.sales"),
        ("\"precall_dtmf_sequence\":\"12a\"", "precall_dtmf_sequence"),
        ("\"retry\":{\"no_answer\":[5]}", "retry.no_answer[0]"),
        ("\"retry\":{\"whenever\":1}", "retry.whenever"),
        ("\"retry\":[600]", "retry"),
        ("\"voicemail\":{\"action\":\"sing\"}", "voicemail.action"),
        ("\"voicemail.action\":\"sing\"", "voicemail.action"),
        ("\"voicemail\":\"hangup\"", "voicemail"),
        ("\"request_data\":\"name=Ann\"", "request_data"),
        ("\"metadata\":5", "metadata"),
        ("\"dynamic_data\":[\"x\"]", "dynamic_data[0]"),
        ("\"record\":\"perhaps\"", "record"),
        ($"\"summary_prompt\":\"{new string('x', 2001)}\"", "summary_prompt"),
        ("\"dispositions\":{}", "dispositions"),
        ("\"webhook\":\"ftp://example.com\"", "webhook"),
        ("\"webhook\":\"//example.com\"", "webhook"),
        ("\"webhook\":\"http://[::1\"", "webhook"),
        ("\"webhook_events\":{}", "webhook_events"),
        ("\"nonsense\":1", "nonsense"),
    ];
}
