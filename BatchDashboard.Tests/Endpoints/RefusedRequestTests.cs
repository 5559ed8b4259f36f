using System.Text;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

/// <summary>
/// Requests for a batch that are refused for what no table of requests tells: their size, and the size of their refusals.
/// </summary>
public sealed class RefusedRequestTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Call = """[{"phone_number":"+12125550123"}]""";
    private const string Global = """{"task":"Hello."}""";

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
