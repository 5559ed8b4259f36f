using System.Text.Json;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class DiallingEndpointTests(ApiApp app)
{
    [Fact]
    public async Task All_dialling_is_stopped_until_it_is_resumed_and_either_twice_is_fine()
    {
        Assert.False((await DiallingAsync()).GetProperty("stopped").GetBoolean());
        try
        {
            await CommandAsync("stop");
            var stopped = await DiallingAsync();
            await CommandAsync("stop");
            Assert.True(stopped.GetProperty("stopped").GetBoolean());
            Assert.Equal("Bootstrap:ApiKey", stopped.GetProperty("stopped_by").GetString());
            Assert.Equal(stopped.GetProperty("stopped_at").GetDateTimeOffset(), (await DiallingAsync()).GetProperty("stopped_at").GetDateTimeOffset());

            var id = await app.CreateAsync("Held back", new { phone_number = "+12125550180" });
            var batch = await app.UntilAsync(id, status => status == "dispatching", "its rows are loaded");
            Assert.Equal("dialling_stopped", batch.GetProperty("waiting_for").GetProperty("code").GetString());
            Assert.DoesNotContain(app.App.Ledger.Read(), call => call.BatchId == Guid.Parse(id));

            await CommandAsync("resume");
            await CommandAsync("resume");
            Assert.Equal(1, (await app.UntilFinalAsync(id)).GetProperty("calls_total").GetInt32());
            Assert.Single(app.App.Ledger.Read(), call => call.BatchId == Guid.Parse(id));
            Assert.False((await DiallingAsync()).GetProperty("stopped").GetBoolean());
        }
        finally
        {
            await CommandAsync("resume");
        }
    }

    private async Task CommandAsync(string command) => (await app.Api.PostAsync($"/v2/dialling/{command}")).Succeeded();

    private async Task<JsonElement> DiallingAsync() => (await app.Api.GetAsync("/v2/dialling")).Data;
}
