using System.Net;
using System.Text;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class IdempotencyTests(ApiApp app)
{
    private static object Request(string number) => new
    {
        start_time = "2099-01-01 09:00:00",
        global = new { task = "Hello." },
        call_objects = new[] { new { phone_number = number } },
    };

    [Fact]
    public async Task The_same_key_and_request_give_the_same_batch()
    {
        var replies = new List<string>();
        for (var i = 0; i < 3; i++)
            replies.Add(ApiApp.IdOf(await app.Api.PostAsync("/v2/batches/create", Request("+12125550150"), "order-1")));

        Assert.Single(replies.Distinct());
    }

    [Fact]
    public async Task Twenty_requests_at_once_under_one_key_make_one_batch()
    {
        var before = (await app.Api.GetAsync("/v2/batches/list?take=1000")).Data.GetArrayLength();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            app.Api.PostAsync("/v2/batches/create", Request("+12125550151"), "order-2")));

        Assert.Single(replies.Select(ApiApp.IdOf).Distinct());
        var after = (await app.Api.GetAsync("/v2/batches/list?take=1000")).Data.GetArrayLength();
        Assert.Equal(before + 1, after);
    }

    [Fact]
    public async Task The_same_key_with_another_request_is_a_conflict()
    {
        await app.Api.PostAsync("/v2/batches/create", Request("+12125550152"), "order-3");

        var reply = await app.Api.PostAsync("/v2/batches/create", Request("+12125550153"), "order-3");

        Assert.Equal(HttpStatusCode.Conflict, reply.Status);
        Assert.Equal(
            "IDEMPOTENCY_KEY_REUSED", reply.Json.GetProperty("errors")[0].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_file_counts_by_its_content_and_not_by_the_form_around_it()
    {
        var first = ApiApp.IdOf(await PostFileAsync("+12125550154", "order-4"));
        var again = ApiApp.IdOf(await PostFileAsync("+12125550154", "order-4"));
        var other = await PostFileAsync("+12125550155", "order-4");

        Assert.Equal(first, again);
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
    }

    [Fact]
    public async Task Without_a_key_every_request_makes_a_batch()
    {
        var first = ApiApp.IdOf(await app.Api.PostAsync("/v2/batches/create", Request("+12125550156")));
        var second = ApiApp.IdOf(await app.Api.PostAsync("/v2/batches/create", Request("+12125550156")));

        Assert.NotEqual(first, second);
    }

    private async Task<Support.ApiReply> PostFileAsync(string number, string key)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent("""{"global":{"task":"Hello."},"start_time":"2099-01-01 09:00:00"}"""), "request" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes($"phone_number\n{number}\n")), "file", "one.csv" },
        };
        var message = new HttpRequestMessage(HttpMethod.Post, "/v2/batches/create") { Content = form };
        message.Headers.Add("Idempotency-Key", key);
        return await app.Api.SendAsync(message);
    }
}
