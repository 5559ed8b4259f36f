using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace BatchDashboard.Tests.LiveUpdates;

[Collection(ApiAppCollection.Name)]
public sealed class BatchHubTests(ApiApp app) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<JsonElement> _updates = new();
    private HubConnection _hub = null!;

    public async Task InitializeAsync()
    {
        _hub = Connection(RunningApp.ApiKey);
        _hub.On<JsonElement>("BatchChanged", _updates.Enqueue);
        await _hub.StartAsync();
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Whoever_watches_a_batch_sees_it_to_its_end()
    {
        var id = await app.CreateAsync("Watched", new { phone_number = "+12125550107" }, new { phone_number = "no" });

        await _hub.InvokeAsync("Watch", id);
        await UntilAsync(update => update.GetProperty("status").GetString() == "completed_partial");

        Assert.All(_updates, update => Assert.Equal(id, update.GetProperty("batch_id").GetString()));
        var last = _updates.Last();
        Assert.Equal(1, last.GetProperty("calls_successful").GetInt32());
        Assert.Equal(1, last.GetProperty("calls_skipped").GetInt32());
        var called = Assert.Single(await app.CallsAsync($"batch_id={id}")).GetProperty("call_id").GetString();
        Assert.Contains(
            _updates.SelectMany(update => update.GetProperty("changed_calls").EnumerateArray()),
            call => call.GetString() == called);
    }

    [Fact]
    public async Task The_present_state_is_told_at_once()
    {
        var id = await app.CreateAsync("Over", new { phone_number = "no" });
        await app.UntilFinalAsync(id);

        await _hub.InvokeAsync("Watch", id);

        await UntilAsync(update => update.GetProperty("status").GetString() == "failed");
    }

    [Fact]
    public async Task Whoever_watches_all_batches_hears_of_a_new_one()
    {
        await _hub.InvokeAsync("Watch", (string?)null);

        var id = await app.CreateWaitingAsync("New");

        await UntilAsync(update => update.GetProperty("batch_id").GetString() == id);
        await app.Api.PostAsync($"/v2/batches/{id}/stop");
        await UntilAsync(update => update.GetProperty("status").GetString() == "cancelled");
    }

    [Fact]
    public async Task An_ended_watch_is_silent()
    {
        var (watched, other) = (await app.CreateWaitingAsync("Watched"), await app.CreateWaitingAsync("Other"));
        await _hub.InvokeAsync("Watch", watched);
        await _hub.InvokeAsync("Unwatch");
        await _hub.InvokeAsync("Unwatch");
        await _hub.InvokeAsync("Watch", other);

        await app.Api.PostAsync($"/v2/batches/{watched}/stop");
        await app.UntilFinalAsync(watched);
        await app.Api.PostAsync($"/v2/batches/{other}/stop");
        await UntilAsync(update => update.GetProperty("status").GetString() == "cancelled");

        Assert.DoesNotContain(_updates, update => update.GetProperty("batch_id").GetString() == watched
            && update.GetProperty("status").GetString() == "cancelled");
    }

    [Theory]
    [InlineData("01a20985-cd99-75f3-8a01-3f0509b360e8")]
    [InlineData("xyz")]
    public async Task A_batch_that_is_not_there_is_explained(string id)
    {
        var refusal = await Assert.ThrowsAsync<HubException>(() => _hub.InvokeAsync("Watch", id));

        Assert.Contains($"There is no batch with the id {id}.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_not_let_in()
    {
        await using var stranger = Connection("wrong");

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => stranger.StartAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, refusal.StatusCode);
    }

    private HubConnection Connection(string key) => new HubConnectionBuilder()
        .WithUrl(new Uri(app.App.Address, "/hubs/batches"), options => options.Headers.Add("authorization", key))
        .Build();

    private Task UntilAsync(Func<JsonElement, bool> isReached) => Eventually.TrueAsync(
        () => _updates.Any(isReached), Patience, () => $"the update comes. Until now: {string.Join('\n', _updates)}");
}
