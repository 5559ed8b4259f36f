using System.Net;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Endpoints;

public sealed class RateLimitTests(ITestOutputHelper output) : AppTest(output)
{
    [Theory]
    [InlineData("/v2/batches/list", "\"error\":\"RATE_LIMITED\"")]
    [InlineData("/v1/me", "\"status\":\"error\"")]
    public async Task A_key_that_asks_without_pause_is_told_to_wait(string path, string shape)
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["Api:RequestsPerSecond"] = "1" });
        using var visitor = app.NewVisitor();

        var answers = new List<HttpResponseMessage>();
        for (var request = 0; request < 60; request++)
            answers.Add(await visitor.GetWithKeyAsync(path, RunningApp.ApiKey));

        Assert.All(answers.Take(10), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        Assert.Contains(shape, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_wrong_keys_is_told_to_wait_and_sound_keys_go_on()
    {
        var app = await StartAppAsync(new Dictionary<string, string>());
        using var visitor = app.NewVisitor();

        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 100; guess++)
            answers.Add((await visitor.GetWithKeyAsync("/v1/me", $"bd_guess_{guess}_0123456789abcdef")).StatusCode);

        Assert.All(answers.Take(30), answer => Assert.Equal(HttpStatusCode.Unauthorized, answer));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetWithKeyAsync("/v1/me", RunningApp.ApiKey)).StatusCode);
    }
}
