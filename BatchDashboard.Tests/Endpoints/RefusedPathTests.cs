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
    [InlineData("GET", "/v2/batches/{0}/calls.csv")]
    [InlineData("POST", "/v2/batches/{0}/stop")]
    [InlineData("POST", "/v2/batches/{0}/pause")]
    [InlineData("POST", "/v2/batches/{0}/resume")]
    [InlineData("GET", "/v1/batches/{0}")]
    [InlineData("POST", "/v1/batches/{0}/stop")]
    [InlineData("GET", "/v1/calls/{0}")]
    [InlineData("POST", "/v1/calls/{0}/stop")]
    [InlineData("POST", "/v1/calls/{0}/was_called")]
    [InlineData("POST", "/v1/calls/{0}/call_again")]
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
    [InlineData("/v2/dialling")]
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
