using System.Net.Http.Headers;
using System.Text;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

/// <summary>
/// Requests for a batch that are refused: with a status, the place of the fault, and nothing left behind.
/// </summary>
public sealed class RefusedRequestTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Call = """[{"phone_number":"+12125550123"}]""";
    private const string CutShort = "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nphone";
    private const string Global = """{"task":"Hello."}""";

    [Theory]
    [InlineData("", "line 1, byte 1")]
    [InlineData("   ", "not valid JSON")]
    [InlineData("{", "line 1, byte 2")]
    [InlineData("null", "JSON object")]
    [InlineData("[]", "JSON object")]
    [InlineData("\"text\"", "JSON object")]
    [InlineData("{}", "global needs a task")]
    [InlineData("{}", "call_objects")]
    [InlineData("<xml/>", "line 1, byte 1")]
    [InlineData("{'global':1}", "line 1, byte 2")]
    [InlineData("{\"global\":{},\n\"call_objects\":[{\"phone_number\":\"1\"},]}", "line 2, byte 38")]
    [InlineData("""{"global":{"task":"x"},"call_objects":[{"phone_number":"1"}]} {}""", "not valid JSON")]
    [InlineData("""{"global":{"task":"x"},"call_objects":[{"phone_number":"1"}]""", "not valid JSON")]
    [InlineData("""{"global":{},"global":{}}""", "global\" stands twice")]
    [InlineData("""{"\ud800":1}""", "broken")]
    [InlineData("""{"call_objects":[{"phone_number":"1"}]}""", "call_objects[0] has none")]
    public async Task A_body_that_is_wrong_is_refused_and_says_where(string body, string words) =>
        await AssertRefusedAsync(Json(body), 400, words);

    [Theory]
    [InlineData("null", "call_objects")]
    [InlineData("[]", "call_objects")]
    [InlineData("{}", "call_objects must be a list")]
    [InlineData("[5]", "call_objects[0]")]
    [InlineData("""[{"phone_number":"1"},null]""", "call_objects[1]")]
    [InlineData("[[]]", "call_objects[0]")]
    [InlineData("""[{"phone_number":"\udc00"}]""", "call_objects[0]")]
    [InlineData("""[{"phone_number":"1"},{"phone_number":"1","max_duration":"long"}]""", "call_objects[1].max_duration")]
    [InlineData("""[{"phone_number":"1","voice":{}}]""", "call_objects[0].voice")]
    [InlineData("""[{"phone_number":"1","to":"2"}]""", "call_objects[0].to")]
    [InlineData("""[{"phone_number":"1","start_time":"soon"}]""", "call_objects[0].start_time")]
    public async Task Call_objects_that_are_wrong_are_refused(string calls, string words) =>
        await AssertRefusedAsync(Json($$"""{"global":{{Global}},"call_objects":{{calls}}}"""), 400, words);

    [Theory]
    [InlineData("{}", "global needs a task")]
    [InlineData("""{"task":"  "}""", "global needs a task")]
    [InlineData("\"Hello\"", "global must be an object")]
    [InlineData("[]", "global must be an object")]
    [InlineData("""{"task":"x","phone_number":"+12125550123"}""", "global.phone_number")]
    [InlineData("""{"task":7}""", "global.task")]
    [InlineData("""{"task":"x","max_duraton":3}""", "Did you mean max_duration?")]
    [InlineData("""{"task":"x","max_duration":0}""", "global.max_duration")]
    [InlineData("""{"task":"x","temperature":1.5}""", "global.temperature")]
    [InlineData("""{"task":"x","webhook":"ftp://x.example"}""", "global.webhook")]
    [InlineData("""{"task":"x","voicemail":{"action":"sing"}}""", "global.voicemail.action")]
    [InlineData("""{"task":"x","task":"y"}""", "\"global\" cannot be read")]
    [InlineData("""{"task":"\ud800"}""", "\"global\" cannot be read")]
    public async Task Settings_for_all_that_are_wrong_are_refused(string global, string words) =>
        await AssertRefusedAsync(Json($$"""{"global":{{global}},"call_objects":{{Call}}}"""), 400, words);

    [Theory]
    [InlineData("task", "\"x\"", "belongs into global")]
    [InlineData("globl", "1", "Did you mean global?")]
    [InlineData("description", "{}", "description")]
    [InlineData("status_webhook", "\"javascript:alert(1)\"", "status_webhook")]
    [InlineData("status_webhook", "\"example.com\"", "status_webhook")]
    [InlineData("max_concurrent", "-1", "max_concurrent")]
    [InlineData("max_concurrent", "1.5", "max_concurrent")]
    [InlineData("max_calls_per_second", "\"fast\"", "max_calls_per_second")]
    [InlineData("start_time", "\"2026-13-01 09:00:00\"", "start_time")]
    [InlineData("number_check", "\"lax\"", "number_check")]
    [InlineData("default_country", "\"USA\"", "default_country")]
    [InlineData("duplicates", "true", "duplicates")]
    [InlineData("column_mapping", "{}", "column_mapping")]
    public async Task A_field_that_is_wrong_is_refused(string name, string value, string words) =>
        await AssertRefusedAsync(
            Json($$"""{"{{name}}":{{value}},"global":{{Global}},"call_objects":{{Call}}}"""), 400, words);

    [Fact]
    public async Task A_description_over_sixty_characters_is_refused() => await AssertRefusedAsync(
        Json($$"""{"description":"{{new string('x', 61)}}","global":{{Global}},"call_objects":{{Call}}}"""),
        400,
        "description must be text of at most 60");

    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        var reply = await AssertRefusedAsync(
            Json("""
                {
                    "max_concurrent": -1,
                    "global": {"task": 1, "voce": "x"},
                    "call_objects": [{"phone_number": "1", "model": "huge"}]
                }
                """),
            400,
            "max_concurrent");

        var errors = reply.Json.GetProperty("errors").EnumerateArray().ToArray();
        Assert.Equal(
            ["max_concurrent", "global.task", "global.voce", "call_objects[0].model"],
            errors.Select(error => error.GetProperty("field").GetString()));
        Assert.All(errors, error => Assert.Equal(
            "BATCH_V2_CREATE_VALIDATION_ERROR", error.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    public async Task A_value_that_is_nested_too_deep_is_refused(string open, string close)
    {
        var deep = string.Concat(Enumerable.Repeat(open, 5000)) + "1" + string.Concat(Enumerable.Repeat(close, 5000));

        var body = "{\"global\":{\"metadata\":" + deep + "},\"call_objects\":" + Call + "}";

        await AssertRefusedAsync(Json(body), 400, "depth");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused()
    {
        var head = Encoding.UTF8.GetBytes("{\"call_objects\":" + Call + ",\"global\":{\"task\":\"");
        byte[] body = [.. head, 0xC3, 0x28, .. "\"}}"u8];
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };

        await AssertRefusedAsync(content, 400, "\"global\" cannot be read");
    }

    [Fact]
    public async Task More_errors_than_anybody_reads_are_counted()
    {
        var calls = string.Join(',', Enumerable.Repeat("""{"phone_number":"1","x":1}""", 250));

        await AssertRefusedAsync(
            Json($$"""{"global":{{Global}},"call_objects":[{{calls}}]}"""), 400, "150 more errors");

        var settings = string.Join(',', Enumerable.Range(0, 250).Select(i => $"\"x{i}\":1"));

        await AssertRefusedAsync(Json($$"""{"global":{{{settings}}},"call_objects":{{Call}}}"""), 400, "150 more errors");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task A_kind_of_body_that_is_not_understood_is_refused(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}"));
        if (type is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await AssertRefusedAsync(content, 415, "application/json");
    }

    [Theory]
    [InlineData("", "no recipients")]
    [InlineData("phone_number,name\n", "no recipients")]
    [InlineData("name,service\nAnn,boiler\n", "phone_number")]
    [InlineData("phone_number,customer name\n+12125550123,Ann\n", "customer_name")]
    [InlineData("phone_number,phone_number\n+12125550123,+12125550124\n", "phone_number")]
    [InlineData("%PDF-1.7 \n", "PDF")]
    [InlineData("{\"phone_number\":\"+12125550123\"}", "JSON")]
    public async Task A_file_that_is_no_list_of_recipients_is_refused(string csv, string words) =>
        await AssertRefusedAsync(Form(("file", csv), ("request", $$"""{"global":{{Global}}}""")), 400, words);

    [Theory]
    [InlineData("{\"column_mapping\":{\"nme\":\"request_data\"}}", "column_mapping.nme")]
    [InlineData("{\"column_mapping\":{\"name\":\"nonsense\"}}", "column_mapping.name")]
    [InlineData("{\"column_mapping\":{\"name\":5}}", "column_mapping.name")]
    [InlineData("{\"column_mapping\":{\"phone_number\":\"ignore\"}}", "phone_number")]
    [InlineData("{\"column_mapping\":[]}", "column_mapping")]
    [InlineData("{\"call_objects\":[]}", "call_objects")]
    [InlineData("{}", "global needs a task")]
    [InlineData("not json", "not valid JSON")]
    public async Task A_request_that_does_not_fit_its_file_is_refused(string request, string words)
    {
        var whole = request is "{}" || request[0] != '{' ? request : $$"""{"global":{{Global}},{{request[1..]}}""";

        await AssertRefusedAsync(
            Form(("file", "phone_number,name\n+12125550123,Ann\n"), ("request", whole)), 400, words);
    }

    [Fact]
    public async Task Parts_that_are_missing_doubled_or_strange_are_refused()
    {
        await AssertRefusedAsync(Form(("file", "phone_number\n1\n")), 400, "part request is missing");
        await AssertRefusedAsync(Form(("request", "{}")), 400, "part file is missing");
        await AssertRefusedAsync(Form(("file", "a"), ("file", "b"), ("request", "{}")), 400, "file was sent twice");
        await AssertRefusedAsync(Form(("file", "a"), ("csv", "b")), 400, "\"csv\" is not expected");
    }

    [Theory]
    [InlineData("multipart/form-data", "--x\r\n", "boundary")]
    [InlineData("multipart/form-data; boundary=x", "", "ends too early")]
    [InlineData("multipart/form-data; boundary=x", "no parts at all", "ends too early")]
    [InlineData("multipart/form-data; boundary=x", CutShort, "ends too early")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\n\r\nphone\r\n--x--\r\n", "not expected")]
    public async Task A_form_that_is_broken_is_refused(string type, string body, string words)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        await AssertRefusedAsync(content, 400, words);
    }

    [Fact]
    public async Task A_boundary_longer_than_any_may_be_is_refused()
    {
        var boundary = new string('x', 5000);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"--{boundary}\r\n"));
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary={boundary}");

        await AssertRefusedAsync(content, 400, "at most 70 characters");
    }

    [Theory]
    [InlineData("\"{0}\":1,", "is not a field of this request")]
    [InlineData("\"{0}\":{{\"x\":1,\"x\":1}},", "cannot be read")]
    [InlineData("\"{0}\":1,\"{0}\":1,", "stands twice")]
    [InlineData("\"description\":1{1},", "description must be text")]
    [InlineData("\"global\":{{\"{0}\":1}},", "is not a call setting")]
    [InlineData("\"global\":{{\"voicemail\":{{\"{0}\":1}}}},", "is not a call setting")]
    [InlineData("\"call_objects\":[{{\"{0}\":1}}],", "is not a call setting")]
    public async Task A_reply_does_not_repeat_what_is_as_long_as_the_request(string member, string words)
    {
        var (name, number) = (new string('x', 400_000), new string('7', 400_000));

        var reply = await AssertRefusedAsync(
            Json($"{{{string.Format(null, member, name, number)}\"max_concurrent\":-1}}"), 400, words);

        Assert.InRange(reply.Body.Length, 1, 5000);
    }

    [Fact]
    public async Task A_mapping_of_a_column_with_an_endless_name_is_refused_in_short()
    {
        var header = new string('x', 400_000);

        var reply = await AssertRefusedAsync(
            Form(
                ("file", "phone_number\n+12125550123\n"),
                ("request", $$$"""{"global":{{{Global}}},"column_mapping":{"{{{header}}}":"request_data"}}""")),
            400,
            "column_mapping names the column 'xxx");

        Assert.InRange(reply.Body.Length, 1, 5000);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_the_limit()
    {
        var large = new string('x', 1024 * 1024 + 1);

        await AssertRefusedAsync(Json($$"""{"description":"{{large}}"}"""), 413, "larger than 1 MB");
        await AssertRefusedAsync(Form(("file", large), ("request", "{}")), 413, "larger than 1 MB");
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_length_is_counted_as_it_comes()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/v2/batches/create")
        {
            Content = new StreamContent(new MemoryStream(new byte[1024 * 1024 + 1])),
            Headers = { TransferEncodingChunked = true },
        };
        message.Content.Headers.ContentType = new("application/json");

        var reply = await app.Api.SendAsync(message);

        Assert.Equal(413, (int)reply.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("256")]
    public async Task An_idempotency_key_that_is_none_is_refused(string length)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/v2/batches/create") { Content = Json("{}") };
        message.Headers.TryAddWithoutValidation("Idempotency-Key", length.Length == 0 ? " " : new string('k', 256));

        var reply = await app.Api.SendAsync(message);

        Assert.Equal(400, (int)reply.Status);
        Assert.Contains("Idempotency-Key", reply.Body, StringComparison.Ordinal);
    }

    private static ByteArrayContent Json(string body) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };

    private static MultipartFormDataContent Form(params (string Name, string Content)[] parts)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
            form.Add(new StringContent(content), name);
        return form;
    }

    private async Task<ApiReply> AssertRefusedAsync(HttpContent content, int status, string words)
    {
        var reply = await app.Api.SendAsync(new(HttpMethod.Post, "/v2/batches/create") { Content = content });

        Assert.Equal(status, (int)reply.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, reply.Json.GetProperty("data").ValueKind);
        var messages = reply.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("message"));
        Assert.Contains(words, string.Join('\n', messages), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply.Body, StringComparison.Ordinal);
        Assert.Equal(0, (await app.Api.GetAsync("/v2/batches/list")).Data.GetArrayLength());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.App.DataDirectory, "uploads")));
        return reply;
    }
}
