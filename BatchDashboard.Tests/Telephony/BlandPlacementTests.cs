using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using static BatchDashboard.Core.Telephony.PlacementOutcome;

namespace BatchDashboard.Tests.Telephony;

public sealed class BlandPlacementTests
{
    private const string Number = "+12125550123";

    [Theory]
    [InlineData(FakeFault.None, Accepted, null, 1)]
    [InlineData(FakeFault.LoseRequest, Unknown, "connection_lost", 0)]
    [InlineData(FakeFault.LoseReply, Unknown, "connection_lost", 1)]
    [InlineData(FakeFault.Garbage, Unknown, "reply_unreadable", 1)]
    [InlineData(FakeFault.FailBefore, Unknown, "http_500", 0)]
    [InlineData(FakeFault.FailAfter, Unknown, "http_500", 1)]
    [InlineData(FakeFault.GatewayTimeout, Unknown, "http_504", 1)]
    [InlineData(FakeFault.RequestTimeout, Unknown, "http_408", 1)]
    [InlineData(FakeFault.Conflict, Unknown, "http_409", 0)]
    [InlineData(FakeFault.Redirect, Unknown, "http_307", 0)]
    [InlineData(FakeFault.TooMany, RateLimited, "rate_limited", 0)]
    [InlineData(FakeFault.Blacklisted, Rejected, "blacklisted", 0)]
    [InlineData(FakeFault.DailyCap, AccountRefused, "daily_cap", 0)]
    [InlineData(FakeFault.BadRequest, Rejected, "rejected", 0)]
    [InlineData(FakeFault.Unauthorized, AccountRefused, "account_refused", 0)]
    [InlineData(FakeFault.OutOfBalance, AccountRefused, "account_refused", 0)]
    [InlineData(FakeFault.Forbidden, AccountRefused, "account_refused", 0)]
    public async Task Whatever_happens_to_a_placement_one_request_leaves_and_no_doubt_is_hidden(
        FakeFault fault, PlacementOutcome outcome, string? code, int placed)
    {
        await using var rig = await BlandRig.StartAsync();
        // A connection that was used before is where a request would be sent again behind our back.
        await PlaceAsync(rig, "+12125550100");
        rig.Ledger.Plan(Number, fault);

        var result = await PlaceAsync(rig, Number);

        Assert.Equal((outcome, code), (result.Outcome, result.Code));
        Assert.Equal((1, placed), (rig.Ledger.Arrivals(Number), rig.Ledger.CallsTo(Number).Count()));
        Assert.Equal(outcome == Accepted ? rig.Ledger.CallsTo(Number).Single().Id : null, result.ProviderCallId);
    }

    [Fact]
    public async Task A_placement_that_is_not_answered_in_time_is_in_doubt()
    {
        await using var rig = await BlandRig.StartAsync();
        rig.Ledger.Plan(Number, FakeFault.NeverAnswer);
        using var patience = new CancellationTokenSource();

        var placing = rig.Provider.PlaceAsync(SandboxRig.Placement(Number), patience.Token);
        await Eventually.TrueAsync(
            () => rig.Ledger.CallsTo(Number).Any(), TimeSpan.FromSeconds(30), "the request has arrived");
        await patience.CancelAsync();

        Assert.Equal((Unknown, "timeout"), ((await placing).Outcome, (await placing).Code));
        Assert.Equal(1, rig.Ledger.Arrivals(Number));
    }

    [Fact]
    public async Task Where_nobody_listens_a_placement_was_surely_not_sent()
    {
        await using var rig = await BlandRig.StartAsync(change: (_, settings) =>
            settings["Providers:Bland:BaseUrl"] = $"http://127.0.0.1:{ClosedPort()}");

        var result = await PlaceAsync(rig, Number);

        Assert.Equal((NotSent, "connection_error"), (result.Outcome, result.Code));
    }

    [Fact]
    public async Task Without_a_safe_line_a_placement_was_surely_not_sent()
    {
        await using var rig = await BlandRig.StartAsync(change: (fake, settings) =>
            settings["Providers:Bland:BaseUrl"] = fake.Address.Replace("http:", "https:", StringComparison.Ordinal));

        var result = await PlaceAsync(rig, Number);

        Assert.Equal((NotSent, "secure_connection_error"), (result.Outcome, result.Code));
        Assert.Equal(0, rig.Ledger.Arrivals(Number));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_sent_and_the_batch_is_to_pause()
    {
        await using var rig = await BlandRig.StartAsync(change: (_, settings) => settings.Remove("Providers:Bland:ApiKey"));

        var result = await PlaceAsync(rig, Number);

        Assert.Equal((AccountRefused, "provider_key_missing"), (result.Outcome, result.Code));
        Assert.Contains("Providers:Bland:ApiKey", result.Message, StringComparison.Ordinal);
        Assert.Equal(0, rig.Ledger.Arrivals(Number));
    }

    [Fact]
    public async Task A_refusal_is_told_in_the_provider_s_words_without_the_key()
    {
        await using var rig = await BlandRig.StartAsync();
        rig.Ledger.Plan(Number, FakeFault.BadRequest);

        var result = await PlaceAsync(rig, Number);

        Assert.Equal("Invalid parameters voice is unknown to …", result.Message);
    }

    [Fact]
    public async Task How_long_to_wait_is_heard()
    {
        await using var rig = await BlandRig.StartAsync();
        rig.Ledger.Plan(Number, FakeFault.TooMany);

        Assert.Equal(TimeSpan.FromSeconds(7), (await PlaceAsync(rig, Number)).RetryAfter);
    }

    [Theory]
    [InlineData(null, FakeBlandOptions.DefaultSecret, null)]
    [InlineData("https://calls.example.org/", null, null)]
    [InlineData(
        "https://calls.example.org/", FakeBlandOptions.DefaultSecret, "https://calls.example.org/providers/bland/events")]
    public async Task The_request_holds_number_settings_and_key_and_asks_for_callbacks_that_can_be_checked(
        string? publicUrl, string? secret, string? webhook)
    {
        await using var rig = await BlandRig.StartAsync(new() { Callbacks = 0 }, (_, settings) =>
        {
            settings["PublicUrl"] = publicUrl ?? "";
            settings["Providers:Bland:WebhookSecret"] = secret ?? "";
        });
        var placement = SandboxRig.Placement(Number, settings: SandboxRig.SettingsOf(
            """{"task":"Hi {{name}}.","request_data":{"name":"Zoë"},"metadata":{"bd_attempt":"theirs","id":7}}"""));

        await rig.Provider.PlaceAsync(placement, default);

        var expected = SandboxRig.SettingsOf(
            $$$"""
              {"task":"Hi {{name}}.","request_data":{"name":"Zoë"},"metadata":{"bd_attempt":"{{{placement.Key}}}","id":7},
               "phone_number":"{{{Number}}}"}
              """);
        if (webhook is not null)
            expected["webhook"] = webhook;
        Assert.True(JsonNode.DeepEquals(expected, rig.Ledger.Calls.Single().Request));
    }

    private static Task<PlacementResult> PlaceAsync(BlandRig rig, string number) =>
        rig.Provider.PlaceAsync(SandboxRig.Placement(number), default);

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
