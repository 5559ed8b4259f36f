namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Paths, methods, ids and parameters that are none.</summary>
internal static class MalformedAddresses
{
    private const string Unknown = "01a20985-cd99-75f3-8a01-3f0509b360e8";

    public static IEnumerable<MalformedRequest> All =>
    [
        .. Methods.SelectMany(c => c.Methods.Split(' ').Select(
            method => new MalformedRequest(method, c.Path, 405, null, $"use {c.Allowed}"))),
        .. Ids.Select((c, index) => new MalformedRequest(c.Method, string.Format(null, c.Path, BadIds[index % BadIds.Length]), 404, c.Path.StartsWith("/v2", StringComparison.Ordinal) ? "batch_id" : null, "with the id")),
        .. Parameters.Select(c => new MalformedRequest("GET", c.Address, 400, c.Name, c.Name)),
        new("GET", "/v2/nothing", 404, null, "nothing at /v2/nothing"),
        new("GET", "/v1/nothing", 404, null, "nothing at /v1/nothing"),
        new("POST", "/v1/calls/{call}/start", 404, null, "nothing at /v1/calls/"),
        new("GET", "/v2/batches/%00", 400, null, "") { IsForTheServer = true },
        new("POST", "/v1/calls/{call}/was_called", 409, null, "call"),
        new("POST", "/v1/calls/{call}/call_again", 409, null, "call"),
    ];

    private static (string Path, string Methods, string Allowed)[] Methods =>
    [
        ("/v2/batches/create", "PUT PATCH DELETE", "GET, POST"),
        ("/v2/batches", "GET PUT", "POST"),
        ("/v2/batches/list", "DELETE PUT", "GET"),
        ("/v2/batches/{batch}", "POST DELETE PATCH", "GET"),
        ("/v2/batches/{batch}/logs", "POST", "GET"),
        ("/v2/batches/{batch}/skipped.csv", "POST", "GET"),
        ("/v2/batches/{batch}/calls.csv", "DELETE", "GET"),
        ("/v2/batches/{batch}/stop", "GET DELETE", "POST"),
        ("/v2/batches/{batch}/pause", "GET", "POST"),
        ("/v2/batches/{batch}/resume", "PUT", "POST"),
        ("/v2/dialling", "POST", "GET"),
        ("/v2/dialling/stop", "GET", "POST"),
        ("/v2/dialling/resume", "DELETE", "POST"),
        ("/v1/batches", "DELETE", "GET, POST"),
        ("/v1/batches/{batch}/stop", "GET", "POST"),
        ("/v1/calls", "DELETE BREW", "GET, POST"),
        ("/v1/calls/{call}", "POST", "GET"),
        ("/v1/calls/{call}/stop", "GET", "POST"),
        ("/v1/me", "POST", "GET"),
    ];

    private static string[] BadIds =>
    [
        Unknown, "xyz", "%27%3B%20DROP%20TABLE", Guid.Empty.ToString(), Unknown.Replace("-", "", StringComparison.Ordinal),
        "1", "-1", "null", $"%7B{Unknown}%7D", new string('a', 2000), "%F0%9F%98%80", "%FF",
    ];

    private static (string Method, string Path)[] Ids =>
    [
        ("GET", "/v2/batches/{0}"), ("GET", "/v2/batches/{0}/logs"), ("GET", "/v2/batches/{0}/skipped.csv"),
        ("GET", "/v2/batches/{0}/calls.csv"), ("POST", "/v2/batches/{0}/stop"), ("POST", "/v2/batches/{0}/pause"),
        ("POST", "/v2/batches/{0}/resume"), ("GET", "/v1/batches/{0}"), ("POST", "/v1/batches/{0}/stop"),
        ("GET", "/v1/calls/{0}"), ("POST", "/v1/calls/{0}/stop"), ("POST", "/v1/calls/{0}/was_called"),
        ("POST", "/v1/calls/{0}/call_again"), ("GET", "/v1/calls?batch_id={0}"), ("GET", "/v2/batches/{0}"), ("GET", "/v1/calls/{0}"),
    ];

    private static (string Address, string Name)[] Parameters =>
    [
        ("/v2/batches/list?take=0", "take"),
        ("/v2/batches/list?take=1001", "take"),
        ("/v2/batches/list?take=ten", "take"),
        ("/v2/batches/list?take=1&take=2", "take"),
        ("/v2/batches/list?skip=-1", "skip"),
        ("/v2/batches/list?skip=2147483648", "skip"),
        ("/v2/batches/list?skip=1.5", "skip"),
        ("/v2/batches/list?status=done", "status"),
        ("/v2/batches/list?cursor=abc", "cursor"),
        ("/v2/batches/list?cursor=" + Unknown, "cursor"),
        ("/v2/batches/list?cursor={call}", "cursor"),
        ("/v2/batches/{batch}/logs?direction=up", "direction"),
        ("/v2/batches/{batch}/logs?take=99999", "take"),
        ("/v2/batches/{batch}/logs?skip=x", "skip"),
        ("/v2/batches/{batch}/skipped.csv?raw=maybe", "raw"),
        ("/v2/batches/{batch}/calls.csv?raw=2", "raw"),
        ("/v1/batches?limit=x", "limit"),
        ("/v1/batches?limit=0", "limit"),
        ("/v1/batches?cursor=%00", "cursor"),
        ("/v1/batches/{batch}?include_calls=maybe", "include_calls"),
        ("/v1/batches/{batch}?include_transcripts=5", "include_transcripts"),
        ("/v1/calls?limit=0", "limit"),
        ("/v1/calls?limit=1001", "limit"),
        ("/v1/calls?from=-1", "from"),
        ("/v1/calls?from=5&to=5", "to"),
        ("/v1/calls?from=2147483647", "from"),
        ("/v1/calls?from=2147483647&to=1", "from"),
        ("/v1/calls?status=ringing", "status"),
        ("/v1/calls?status=failed&completed=false", "completed"),
        ("/v1/calls?completed=perhaps", "completed"),
        ("/v1/calls?ascending=up", "ascending"),
        ("/v1/calls?answered_by=elf", "answered_by"),
        ("/v1/calls?to_number=Bob", "to_number"),
        ("/v1/calls?q=911", "q"),
        ("/v1/calls?from_number=%2B12125550100", "from_number"),
        ("/v1/calls?created_at=2026-02-30", "created_at"),
        ("/v1/calls?start_date=yesterday", "start_date"),
        ("/v1/calls?end_date=10000-01-01", "end_date"),
        ("/v1/calls?cursor=" + Unknown, "cursor"),
        ("/v1/calls?cursor={batch}", "cursor"),
        ("/v1/calls?batch_id=", "batch_id"),
        ("/v1/calls?batch_id", "batch_id"),
        ("/v1/calls?batch_id=%20", "batch_id"),
        ("/v1/calls?batch_id={batch}&batch_id={batch}", "batch_id"),
    ];
}
