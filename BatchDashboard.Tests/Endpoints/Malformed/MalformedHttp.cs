namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Headers that are none, and requests that end early or are no HTTP.</summary>
internal static class MalformedHttp
{
    private const string Create = "/v2/batches/create";
    private static readonly byte[] Body =
        """{"global":{"task":"Hello."},"call_objects":[{"phone_number":"+12125550123"}]}"""u8.ToArray();

    public static IEnumerable<MalformedRequest> All =>
    [
        .. Types.SelectMany(type => new[] { Create, "/v1/calls" }.Select(
            path => MalformedRequest.Post(path, Body, type, "Content-Type", "application/json", status: 415))),
        .. Keys.SelectMany(key => new[] { Create, "/v1/calls" }.Select(
            path => MalformedRequest.Post(path, Body, "application/json", "Idempotency-Key", "1 to 255 characters")
                with { Header = ("Idempotency-Key", key) })),
        new("GET", "/v2/batches/list", 431, null, "") { Header = ("X-Long", new string('x', 40_000)), IsForTheServer = true },
        CutShort(Create, "Content-Length: 500", "{\"global\":"),
        CutShort("/v1/calls", "Content-Length: 500", "{\"phone_number\":\"+12125550123\",\"task\":\"Hi.\"}"),
        CutShort("/v2/batches/{batch}/stop", "Content-Length: 500", "{\"hang_up\":true}"),
        CutShort("/v1/batches/{batch}/stop", "Content-Length: 1", ""),
        CutShort(Create, "Transfer-Encoding: chunked", "ff\r\n{}"),
        Raw(Create, "Transfer-Encoding: chunked", "zz\r\n{}\r\n", "not what HTTP allows"),
        Raw("/v2/batches/{batch}/stop", "Transfer-Encoding: chunked", "-1\r\n{}\r\n", "not what HTTP allows"),
        Raw(Create, "Content-Length: -1", "{}", "") with { IsForTheServer = true },
        Raw(Create, "Content-Length: 2\r\nContent-Length: 3", "{}", "") with { IsForTheServer = true },
        Raw(Create, "X: a\0b", "", "") with { IsForTheServer = true },
    ];

    private static string?[] Types =>
    [
        null, "", "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "application/xml",
        "json", "application/jsonp", "multipart/mixed; boundary=x", "*/*",
    ];

    private static string[] Keys => [" ", new string('k', 256)];

    private static MalformedRequest Raw(string path, string headers, string body, string words) =>
        new("POST", path, 400, null, words) { Raw = $"{headers}\r\nContent-Type: application/json\r\n\r\n{body}" };

    private static MalformedRequest CutShort(string path, string headers, string body) =>
        Raw(path, headers, body, "") with { Status = 0 };
}
