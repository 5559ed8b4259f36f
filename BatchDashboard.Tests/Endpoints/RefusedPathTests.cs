using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class RefusedPathTests(ApiApp app)
{
    private const string Unknown = "01a20985-cd99-75f3-8a01-3f0509b360e8";

    [Theory]
    [InlineData("GET", "/v2/batches/{0}")]
    [InlineData("GET", "/v2/batches/{0}/logs")]
    [InlineData("GET", "/v2/batches/{0}/skipped.csv")]
    [InlineData("POST", "/v2/batches/{0}/stop")]
    [InlineData("POST", "/v2/batches/{0}/pause")]
    [InlineData("POST", "/v2/batches/{0}/resume")]
    [InlineData("GET", "/v1/batches/{0}")]
    [InlineData("POST", "/v1/batches/{0}/stop")]
    [InlineData("GET", "/v1/calls/{0}")]
    [InlineData("GET", "/v1/calls?batch_id={0}")]
    public async Task An_id_of_nothing_is_not_found(string method, string path)
    {
        var withoutDashes = Unknown.Replace("-", "", StringComparison.Ordinal);
        foreach (var id in new[] { Unknown, "xyz", "%27%3B%20DROP%20TABLE", Guid.Empty.ToString(), withoutDashes })
        {
            var reply = await app.Api.SendAsync(new(new HttpMethod(method), string.Format(null, path, id)));

            Assert.Equal(HttpStatusCode.NotFound, reply.Status);
            Assert.Matches("There is no (batch|call) with the id", MessageOf(path, reply));
        }
    }

    [Theory]
    [InlineData("/v2/batches/list")]
    [InlineData("/v1/batches")]
    [InlineData("/v1/calls")]
    [InlineData("/v1/me")]
    [InlineData("/v2/batches/" + Unknown)]
    [InlineData("/v2/nothing")]
    public async Task Without_a_good_key_nothing_is_told(string path)
    {
        foreach (var key in new[] { null, "wrong", "Bearer " + RunningApp.ApiKey + "x" })
        {
            using var stranger = app.App.CreateApiClient(key);

            var reply = await stranger.GetAsync(path);

            Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
            Assert.Equal("""{"data":null,"errors":[{"error":"AUTH_FAILURE","message":"Unauthorized"}]}""", reply.Body);
        }
    }

    [Fact]
    public async Task A_stranger_makes_no_batch()
    {
        using var stranger = app.App.CreateApiClient(null);

        var reply = await stranger.PostAsync("/v2/batches/create", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, reply.Status);
    }

    [Theory]
    [InlineData("GET", "/v2/nothing", 404, "There is nothing at /v2/nothing")]
    [InlineData("GET", "/v1/nothing", 404, "There is nothing at /v1/nothing")]
    [InlineData("DELETE", "/v2/batches/list", 405, "use GET")]
    [InlineData("PUT", "/v2/batches/create", 405, "POST")]
    [InlineData("DELETE", "/v1/calls", 405, "use GET")]
    public async Task A_path_or_a_method_that_is_not_there_is_explained(
        string method, string path, int status, string words)
    {
        var reply = await app.Api.SendAsync(new(new HttpMethod(method), path));

        Assert.Equal(status, (int)reply.Status);
        Assert.Contains(words, MessageOf(path, reply), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v2/batches/list?take=0", "take")]
    [InlineData("/v2/batches/list?take=1001", "take")]
    [InlineData("/v2/batches/list?take=1&take=2", "take")]
    [InlineData("/v2/batches/list?skip=-1", "skip")]
    [InlineData("/v2/batches/list?status=done", "status")]
    [InlineData("/v2/batches/list?cursor=abc", "cursor")]
    [InlineData("/v2/batches/" + Unknown + "/logs?direction=up", "direction")]
    [InlineData("/v1/batches?limit=x", "limit")]
    [InlineData("/v1/batches/" + Unknown + "?include_calls=maybe", "include_calls")]
    [InlineData("/v1/calls?limit=0", "limit")]
    [InlineData("/v1/calls?from=5&to=5", "to")]
    [InlineData("/v1/calls?from=2147483647", "from")]
    [InlineData("/v1/calls?from=2147483647&to=1", "from")]
    [InlineData("/v1/calls?status=ringing", "status")]
    [InlineData("/v1/calls?status=failed&completed=false", "completed")]
    [InlineData("/v1/calls?answered_by=elf", "answered_by")]
    [InlineData("/v1/calls?to_number=Bob", "to_number")]
    [InlineData("/v1/calls?from_number=%2B12125550100", "from_number")]
    [InlineData("/v1/calls?start_date=yesterday", "start_date")]
    [InlineData("/v1/calls?cursor=" + Unknown, "cursor")]
    public async Task A_bad_parameter_is_named(string path, string parameter)
    {
        var reply = await app.Api.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith(parameter, MessageOf(path, reply), StringComparison.Ordinal);
    }

    private static string MessageOf(string path, ApiReply reply)
    {
        if (path.StartsWith("/v2", StringComparison.Ordinal))
        {
            Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty("data").ValueKind);
            return reply.Json.GetProperty("errors")[0].GetProperty("message").GetString()!;
        }

        Assert.Equal("error", reply.Json.GetProperty("status").GetString());
        Assert.Equal(reply.Json.GetProperty("message").GetString(), reply.Json.GetProperty("errors")[0].GetString());
        return reply.Json.GetProperty("message").GetString()!;
    }
}
