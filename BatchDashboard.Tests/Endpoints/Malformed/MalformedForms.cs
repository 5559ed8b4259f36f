using System.Text;

namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Multipart bodies that are no file of recipients with its request.</summary>
internal static class MalformedForms
{
    private const string Create = "/v2/batches/create";
    private const string Csv = "phone_number,name\n+12125550123,Ann\n";
    private const string Request = """{"global":{"task":"Hello."}}""";
    private const string Type = "multipart/form-data; boundary=x";

    public static IEnumerable<MalformedRequest> All =>
    [
        .. Files.Select(c => Form(c.Field, c.Words, ("file", c.Csv), ("request", Request))),
        .. Requests.Select(c => Form(
            c.Field,
            c.Words,
            ("file", Csv),
            ("request", c.Request.StartsWith("{\"", StringComparison.Ordinal) ? $$"""{"global":{"task":"Hello."},{{c.Request[1..]}}""" : c.Request))),
        .. Broken.Select(c => Send(Create, c.Type, c.Body, c.Field, c.Words)),
        Form("request", "part request is missing", ("file", Csv)),
        Form("file", "part file is missing", ("request", Request)),
        Form("file", "file was sent twice", ("file", Csv), ("file", Csv), ("request", Request)),
        Form("request", "request was sent twice", ("request", Request), ("request", Request), ("file", Csv)),
        Form("csv", "\"csv\" is not expected", ("file", Csv), ("csv", "b")),
        Form("File", "\"File\" is not expected", ("File", Csv), ("request", Request)),
        Send("/v1/batches", Type, "--x--\r\n", "file", "part file is missing"),
        Send("/v2/batches", Type, "--x--\r\n", "file", "part file is missing"),
        Send("/v1/calls", Type, Text(("file", Csv), ("request", Request)), "Content-Type", "application/json", status: 415),
    ];

    private static (string Csv, string? Field, string Words)[] Files =>
    [
        ("", "file", "no recipients"),
        ("\uFEFF", "file", "no recipients"),
        ("phone_number,name\n", "file", "no recipients"),
        ("name,service\nAnn,boiler\n", "file", "phone_number"),
        ("phone_number,customer name\n+12125550123,Ann\n", "file", "customer_name"),
        ("phone_number,phone_number\n+12125550123,+12125550124\n", "file", "phone_number"),
        ("%PDF-1.7 \n", "file", "PDF"),
        ("{\"phone_number\":\"+12125550123\"}", "file", "JSON"),
        ("PK\u0003\u0004nothing of a workbook", "file", "file"),
    ];

    private static (string Request, string? Field, string Words)[] Requests =>
    [
        ("{\"column_mapping\":{\"nme\":\"request_data\"}}", "column_mapping.nme", "nme"),
        ("{\"column_mapping\":{\"name\":\"nonsense\"}}", "column_mapping.name", "nonsense"),
        ("{\"column_mapping\":{\"name\":5}}", "column_mapping.name", "name of what"),
        ("{\"column_mapping\":{\"name\":null}}", "column_mapping.name", "name of what"),
        ("{\"column_mapping\":{\"name\":[\"ignore\"]}}", "column_mapping.name", "name of what"),
        ("{\"column_mapping\":{\"name\":\"phone_number\",\"phone_number\":\"phone_number\"}}", "column_mapping.phone_number", "phone_number"),
        ("{\"column_mapping\":{\"name\":\"request_data.a b\"}}", "column_mapping.name", "a b"),
        ("{\"column_mapping\":{\"name\":\"a\",\"name\":\"b\"}}", "column_mapping", "cannot be read"),
        ("{\"column_mapping\":{\"phone_number\":\"ignore\"}}", "file", "phone_number"),
        ("{\"column_mapping\":[]}", "column_mapping", "column_mapping"),
        ("{\"column_mapping\":\"name=ignore\"}", "column_mapping", "column_mapping"),
        ("{\"call_objects\":[]}", "call_objects", "call_objects"),
        ("{\"default_country\":\"Utopia\"}", "default_country", "default_country"),
        ("{}", "global.task", "global needs a task"),
        ("[]", null, "JSON object"),
        ("", null, "not valid JSON"),
        ("not json", null, "not valid JSON"),
    ];

    private static (string Type, string Body, string? Field, string Words)[] Broken =>
    [
        ("multipart/form-data", "--x\r\n", "Content-Type", "boundary"),
        ("multipart/form-data; boundary=", "--x\r\n", "Content-Type", "boundary"),
        ("multipart/form-data; boundary=\"\"", "--x\r\n", "Content-Type", "boundary"),
        ($"multipart/form-data; boundary={new string('x', 71)}", $"--{new string('x', 71)}--\r\n", "Content-Type", "at most 70 characters"),
        (Type, "", null, "ends too early"),
        (Type, "no parts at all", null, "ends too early"),
        (Type, "--y\r\n\r\n--y--\r\n", null, "ends too early"),
        (Type, "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nphone", null, "ends too early"),
        (Type, "--x\r\nContent-Disposition: form-data; name=\"fi", null, "not expected"),
        (Type, "--x\r\nno header\r\n\r\nphone\r\n--x--\r\n", null, "broken"),
        (Type, $"--x\r\nA: {new string('a', 100_000)}\r\n\r\nphone\r\n--x--\r\n", null, "broken"),
        (Type, "--x\r\n\r\nphone\r\n--x--\r\n", null, "not expected"),
        (Type, "--x\r\nContent-Disposition: form-data\r\n\r\nphone\r\n--x--\r\n", null, "not expected"),
        (Type, "--x\r\nContent-Disposition: attachment; name=\"nothing\"\r\n\r\nphone\r\n--x--\r\n", "nothing", "not expected"),
    ];

    private static MalformedRequest Form(string? field, string words, params (string Name, string Content)[] parts) =>
        Send(Create, Type, Text(parts), field, words);

    private static MalformedRequest Send(string path, string type, string body, string? field, string words, int status = 400) =>
        MalformedRequest.Post(path, Encoding.UTF8.GetBytes(body), type, field, words, status);

    private static string Text(params (string Name, string Content)[] parts) =>
        string.Concat(parts.Select(part => $"--x\r\nContent-Disposition: form-data; name=\"{part.Name}\"\r\n\r\n{part.Content}\r\n")) + "--x--\r\n";
}
