using System.Text.Json;
using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Clients;

/// <summary>The vendor's program works with nothing but another base URL and key.</summary>
[Collection(ApiAppCollection.Name)]
public sealed class BlandCliTests(ApiApp app) : IDisposable
{
    private readonly BlandCli _cli = new(app.App.Address, RunningApp.ApiKey);

    [Fact]
    public async Task It_tells_who_it_is()
    {
        var me = await _cli.JsonAsync("auth", "whoami");

        Assert.Equal("active", me.GetProperty("status").GetString());
        Assert.Contains("Balance", await _cli.RunAsync("", "auth", "whoami"));
    }

    [Fact]
    public async Task It_makes_a_batch_of_a_file_and_reads_its_calls()
    {
        await File.WriteAllTextAsync(_cli.PathOf("contacts.csv"), "phone_number,name\n+12125550130,Ann\n+12125550131,Bob\n+10987654321,Nobody\n");
        var created = await _cli.JsonAsync("batch", "create", "--file", _cli.PathOf("contacts.csv"), "--task", "Say hello.", "--max-concurrent", "2");
        var id = created.GetProperty("batch_id").GetString()!;

        var batch = await _cli.JsonAsync("batch", "get", id);
        Assert.Equal(id, batch.GetProperty("id").GetString());
        await app.UntilFinalAsync(id);
        batch = await _cli.JsonAsync("batch", "get", id);
        Assert.Equal(("completed_partial", 3, 1), (batch.GetProperty("status").GetString(), Count("calls_total"), Count("calls_skipped")));

        var list = await _cli.JsonAsync("call", "list", "--batch", id, "--ascending");
        Assert.Equal(2, list.GetProperty("total_count").GetInt32());
        var calls = list.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(["+12125550130", "+12125550131"], calls.Select(call => call.GetProperty("to").GetString()));
        Assert.Contains("Showing 2 of 2 calls", await _cli.RunAsync("", "call", "list", "--batch", id));

        var call = await _cli.JsonAsync("call", "get", calls[0].GetProperty("call_id").GetString()!);
        Assert.Equal(id, call.GetProperty("batch_id").GetString());
        Assert.True(call.GetProperty("completed").GetBoolean());
        Assert.Contains("Answered By", await _cli.RunAsync("", "call", "get", calls[0].GetProperty("call_id").GetString()!));

        int Count(string name) => batch.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task It_stops_a_batch()
    {
        var id = await app.CreateWaitingAsync("stopped by the vendor's program");

        Assert.Contains("Batch stopped.", await _cli.RunAsync("y\n", "batch", "stop", id));

        Assert.Equal(2, (await app.UntilFinalAsync(id)).GetProperty("calls_canceled").GetInt32());
    }

    [Fact]
    public async Task It_makes_a_call_waits_for_its_end_and_stops_another()
    {
        var waited = await _cli.RunAsync("", "call", "send", "+12065550103", "--task", "Say hello.", "--wait");
        Assert.Contains("Call completed", waited);

        var sent = await _cli.JsonAsync("call", "send", "+12065550107", "--task", "Talk for ten minutes.", "--request-data", """{"name":"Ann"}""");
        var id = sent.GetProperty("call_id").GetString()!;
        await Eventually.TrueAsync(
            async () => (await app.Api.GetAsync($"/v1/calls/{id}")).Json.GetProperty("queue_status").GetString() == "started",
            TimeSpan.FromSeconds(20),
            "the call has begun");
        Assert.Contains("stopped", await _cli.RunAsync("", "call", "stop", id));
        await Eventually.TrueAsync(
            async () => (await app.Api.GetAsync($"/v1/calls/{id}")).Json.GetProperty("status") is { ValueKind: JsonValueKind.String } status
                && status.GetString() == "canceled",
            TimeSpan.FromSeconds(20),
            "the call is hung up");
    }

    public void Dispose() => _cli.Dispose();
}
