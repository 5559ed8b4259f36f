namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Bodies that are no single call, and no command to a batch.</summary>
internal static class MalformedCommands
{
    public static IEnumerable<MalformedRequest> All =>
    [
        .. Calls.Select(c => MalformedRequest.Post("/v1/calls", c.Body, c.Field, c.Words)),
        .. Stops.SelectMany(c => Paths.Select(path => MalformedRequest.Post(path, c.Body, c.Field, c.Words))),
        .. Paths.Select(path => MalformedRequest.Post(path, new byte[70_000], "application/json", null, "65536 bytes", status: 413)),
        MalformedRequest.Post("/v2/batches/{batch}/stop", [(byte)'{', 0xFF, (byte)'}'], "application/json", null, "not valid JSON"),
    ];

    private static string[] Paths => ["/v2/batches/{batch}/stop", "/v1/batches/{batch}/stop"];

    private static (string Body, string? Field, string Words)[] Calls =>
    [
        ("", null, "not valid JSON"),
        ("""["+12125550103"]""", null, "object"),
        ("null", null, "object"),
        ("""{"phone_number":""", null, "JSON"),
        ("{}", "phone_number", "phone_number"),
        ("""{"task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":null,"task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"911","task":"Hi."}""", "phone_number", "emergency"),
        ("""{"phone_number":"1.23E+10","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"+1 412 535 abcd","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"2125550123;2125550199","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"+1212\u00005550103","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"+10987654321","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":[],"task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":{"number":"+12125550103"},"task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":true,"task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":-12125550103,"task":"Hi."}""", "phone_number", "phone_number"),
        ($$"""{"phone_number":"{{new string('1', 100_000)}}","task":"Hi."}""", "phone_number", "phone_number"),
        ("""{"phone_number":"+12125550103","phone_number":"+12125550103","task":"Hi."}""", "phone_number", "twice"),
        ("""{"phone_number":"\ud800","task":"Hi."}""", "phone_number", "cannot be read"),
        ("""{"phone_number":"+12125550103"}""", "task", "what to say"),
        ("""{"phone_number":"+12125550103","task":" "}""", "task", "what to say"),
        ("""{"phone_number":"+12125550103","task":"Hi.","call_objects":[]}""", "call_objects", "call_objects"),
        ("""{"phone_number":"+12125550103","task":"Hi.","global":{}}""", "global", "global"),
        ("""{"phone_number":"+12125550103","task":"Hi.","status_webhook":"https://example.com"}""", "status_webhook", "status_webhook"),
    ];

    private static (string Body, string? Field, string Words)[] Stops =>
    [
        ("{", null, "not valid JSON"),
        ("stop", null, "not valid JSON"),
        ("[]", null, "JSON object"),
        ("true", null, "JSON object"),
        ("\"\\ud800\"", null, "JSON object"),
        ("""{"hang_up":"maybe"}""", "hang_up", "true or false"),
        ("""{"hang_up":1}""", "hang_up", "true or false"),
        ("""{"hang_up":{}}""", "hang_up", "true or false"),
        ("""{"hang_up":"\ud800"}""", null, "broken"),
        ("""{"hang_up":true,"hang_up":false}""", "hang_up", "twice"),
        (new string('[', 1000), null, "not valid JSON"),
    ];
}
