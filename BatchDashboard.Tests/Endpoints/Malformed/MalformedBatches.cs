using System.Text;

namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>JSON bodies that are no request for a batch.</summary>
internal static class MalformedBatches
{
    private const string Create = "/v2/batches/create";
    private const string Calls = """[{"phone_number":"+12125550123"}]""";
    private const string Global = """{"task":"Hello."}""";

    public static IEnumerable<MalformedRequest> All =>
    [
        .. Bodies.Select(c => MalformedRequest.Post(Create, c.Body, c.Field, c.Words)),
        .. Bytes.Select(c => MalformedRequest.Post(Create, c.Body, "application/json", c.Field, c.Words)),
        .. Members.Select(c => Member(Create, c.Name, c.Value, c.Field ?? c.Name)),
        .. Members.Take(3).SelectMany(c => new[] { "/v2/batches", "/v1/batches" }.Select(path => Member(path, c.Name, c.Value, c.Name))),
        .. CallObjects.Select(c => MalformedRequest.Post(
            Create, $$"""{"global":{{Global}},"call_objects":{{c.Value}}}""", c.Field, c.Field)),
    ];

    private static (string Body, string? Field, string Words)[] Bodies =>
    [
        ("", null, "line 1, byte 1"),
        ("   ", null, "not valid JSON"),
        ("{", null, "line 1, byte 2"),
        ("}", null, "line 1, byte 1"),
        ("null", null, "JSON object"),
        ("true", null, "JSON object"),
        ("17", null, "JSON object"),
        ("[]", null, "JSON object"),
        ("\"text\"", null, "JSON object"),
        ("{}", "global.task", "global needs a task"),
        ("""{"global":{"task":"x"}}""", "call_objects", "nobody to call"),
        ("<xml/>", null, "line 1, byte 1"),
        ("NaN", null, "line 1, byte 1"),
        ("{'global':1}", null, "line 1, byte 2"),
        ("{global:1}", null, "line 1, byte 2"),
        ("{\"global\":{}, // all\n}", null, "not valid JSON"),
        ("{\"global\":{},\n\"call_objects\":[{\"phone_number\":\"1\"},]}", null, "line 2, byte 38"),
        ("""{"global":{"task":"x"},"call_objects":[{"phone_number":"1"}]} {}""", null, "not valid JSON"),
        ("""{"global":{"task":"x"},"call_objects":[{"phone_number":"1"}]""", null, "not valid JSON"),
        ("""{"global":{"task":"x"},"call_objects":[{"phone_number":"1""", null, "not valid JSON"),
        ("""{"global":{"task":"x"},"max_concurrent":01}""", null, "not valid JSON"),
        ("""{"global":{"task":"x"},"max_concurrent":+1}""", null, "not valid JSON"),
        ("{\"description\":\"a\nb\"}", null, "not valid JSON"),
        ("{\"description\":\"a\0b\"}", null, "not valid JSON"),
        ("""{"description":"\x41"}""", null, "not valid JSON"),
        ("""{"global":{},"global":{}}""", "global", "stands twice"),
        ("""{"call_objects":[],"call_objects":[]}""", "call_objects", "stands twice"),
        ("""{"\ud800":1}""", null, "broken"),
        ("""{"call_objects":[{"phone_number":"1"}]}""", "global.task", "call_objects[0] has none"),
        ("""{"global":{"task":"x"},"call_objects":[]}""", "call_objects", "nobody to call"),
        ("{" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"f{i}\":1")) + "}", null, "more than 100 fields"),
        ("{\"global\":{\"metadata\":" + Deep("[", "]") + "}}", null, "depth"),
        ("{\"global\":{\"metadata\":" + Deep("{\"a\":", "}") + "}}", null, "depth"),
        (Deep("[", "]"), null, "JSON object"),
        ("{\"call_objects\":[{\"phone_number\":\"1\",\"metadata\":" + Deep("{\"a\":", "}", 40) + "}]}", "call_objects[0].metadata", "metadata must be"),
    ];

    private static (byte[] Body, string? Field, string Words)[] Bytes =>
    [
        (WithTask(0xC3, 0x28), "global", "cannot be read"),
        (WithTask(0xFF), "global", "cannot be read"),
        (WithTask(0xED, 0xA0, 0x80), "global", "cannot be read"),
        (WithTask(0xC0, 0x80), "global", "cannot be read"),
        ([0xFF, 0xFE, (byte)'{', 0, (byte)'}', 0], null, "line 1, byte 1"),
        (new byte[64], null, "line 1, byte 1"),
        (Encoding.UTF32.GetBytes("{}"), null, "not valid JSON"),
        ([0x1F, 0x8B, 0x08, 0], null, "line 1, byte 1"),
    ];

    /// <summary>The field at fault is the one of that name, if nothing else is said.</summary>
    private static (string Name, string Value, string? Field)[] Members =>
    [
        ("max_concurrent", "-1", null),
        ("description", "{}", null),
        ("status_webhook", "\"javascript:alert(1)\"", null),
        ("description", $"\"{new string('x', 61)}\"", null),
        ("description", "[\"a\"]", null),
        ("description", "5", null),
        ("description", "\"\\ud800\"", null),
        ("status_webhook", "\"example.com\"", null),
        ("status_webhook", "\"http://\"", null),
        ("status_webhook", "\"http://exa mple.com/\"", null),
        ("status_webhook", "\"ftp://example.com/\"", null),
        ("status_webhook", $"\"https://example.com/{new string('x', 2000)}\"", null),
        ("status_webhook", "[]", null),
        ("max_concurrent", "1.5", null),
        ("max_concurrent", "100001", null),
        ("max_concurrent", "99999999999999999999999999999999999", null),
        ("max_concurrent", "1e400", null),
        ("max_concurrent", "true", null),
        ("max_concurrent", "\"٣\"", null),
        ("max_calls_per_second", "\"fast\"", null),
        ("max_calls_per_second", "-0.1", null),
        ("max_calls_per_second", "\"NaN\"", null),
        ("max_calls_per_second", "\"Infinity\"", null),
        ("max_calls_per_second", "10000.1", null),
        ("priority", "101", null),
        ("priority", "{}", null),
        ("ramp_up_seconds", "-1", null),
        ("ramp_up_seconds", "86401", null),
        ("start_time", "\"2026-13-01 09:00:00\"", null),
        ("start_time", "\"2026-02-30 09:00:00\"", null),
        ("start_time", "\"2026-07-10 24:30:00\"", null),
        ("start_time", "\"2026-07-10 09:00:00 +99:00\"", null),
        ("start_time", "\"99999-01-01 00:00:00\"", null),
        ("start_time", "\"tomorrow\"", null),
        ("start_time", "1783000000", null),
        ("number_check", "\"lax\"", null),
        ("number_check", "1", null),
        ("default_country", "\"USA\"", null),
        ("default_country", "\"ZZ\"", null),
        ("default_country", "1", null),
        ("duplicates", "true", null),
        ("calling_hours", "\"9 to 5\"", null),
        ("calling_hours", "\"mon 25:00-26:00\"", null),
        ("calling_hours", "{}", null),
        ("column_mapping", "{}", null),
        ("task", "\"x\"", null),
        ("globl", "1", null),
        ("phone_number", "\"+12125550123\"", null),
    ];

    private static (string Value, string Field)[] CallObjects =>
    [
        ("null", "call_objects"),
        ("{}", "call_objects"),
        ("\"+12125550123\"", "call_objects"),
        ("7", "call_objects"),
        ("true", "call_objects"),
        ("[5]", "call_objects[0]"),
        ("""[{"phone_number":"1"},null]""", "call_objects[1]"),
        ("[[]]", "call_objects[0]"),
        ("[\"+12125550123\"]", "call_objects[0]"),
        ("""[{"phone_number":"\udc00"}]""", "call_objects[0]"),
        ("""[{"phone_number":"1","phone_number":"2"}]""", "call_objects[0]"),
        ("""[{"phone_number":"1"},{"phone_number":"1","max_duration":"long"}]""", "call_objects[1].max_duration"),
        ("""[{"phone_number":"1","voice":{}}]""", "call_objects[0].voice"),
        ("""[{"phone_number":"1","to":"2"}]""", "call_objects[0].to"),
        ("""[{"phone_number":"1","start_time":"soon"}]""", "call_objects[0].start_time"),
        ("""[{"phone_number":"1","timezone":"Mars/Olympus"}]""", "call_objects[0].timezone"),
        ("""[{"phone_number":"1","webhook":"file:///etc/passwd"}]""", "call_objects[0].webhook"),
        ("""[{"phone_number":"1","request_data":[]}]""", "call_objects[0].request_data"),
        ("""[{"phone_number":"1","request_data":{"a":1,"a":2}}]""", "call_objects[0]"),
        ("[{\"phone_number\":\"1\",\"metadata\":{\"a\":\"" + new string('x', 900_000) + "\"}}]", "call_objects[0].metadata.a"),
    ];

    private static MalformedRequest Member(string path, string name, string value, string field) => MalformedRequest.Post(
        path, $"{{\"{name}\":{value},\"global\":{Global},\"call_objects\":{Calls}}}", field, field);

    private static byte[] WithTask(params byte[] text) =>
        [.. Encoding.UTF8.GetBytes("{\"call_objects\":" + Calls + ",\"global\":{\"task\":\""), .. text, .. "\"}}"u8];

    private static string Deep(string open, string close, int levels = 5000) =>
        string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
}
