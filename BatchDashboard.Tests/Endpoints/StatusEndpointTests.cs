namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class StatusEndpointTests(ApiApp app)
{
    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Anybody_may_ask_after_the_health(string path, string expected)
    {
        using var stranger = app.App.CreateApiClient(null);

        var reply = (await stranger.GetAsync(path)).Succeeded();

        Assert.Equal(expected, reply.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Whoever_watches_the_health_is_told_whether_rows_are_missing()
    {
        await app.UntilFinalAsync(await app.CreateAsync("Accounted for", new { phone_number = "+12125550171" }, new { phone_number = "no" }));

        Assert.Equal(0, (await app.Api.GetAsync("/health/ready")).Succeeded().Json.GetProperty("conservation_gap").GetInt64());
    }

    [Fact]
    public async Task A_client_finds_its_key_good()
    {
        var before = (await MeAsync()).GetProperty("total_calls").GetInt32();
        var id = await app.CreateAsync("Counted", new { phone_number = "+12125550170" }, new { phone_number = "no" });
        await app.UntilFinalAsync(id);

        var me = await MeAsync();

        Assert.Equal("active", me.GetProperty("status").GetString());
        Assert.True(me.GetProperty("billing").TryGetProperty("current_balance", out _));
        Assert.Equal(before + 1, me.GetProperty("total_calls").GetInt32());
    }

    private async Task<System.Text.Json.JsonElement> MeAsync() => (await app.Api.GetAsync("/v1/me")).Succeeded().Json;
}
