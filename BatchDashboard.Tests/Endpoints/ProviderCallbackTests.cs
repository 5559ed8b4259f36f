using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using BatchDashboard.Tests.Webhooks;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Endpoints;

public sealed class ProviderCallbackTests(ITestOutputHelper output) : AppTest(output)
{
    private const string Path = "/providers/bland/events";
    private const string Number = "+12125550123";

    [Fact]
    public async Task Callbacks_are_answered_by_what_they_are_and_a_signed_one_ends_its_call()
    {
        var fake = CloseAfterTest(await FakeBland.StartAsync(new() { CallLength = TimeSpan.FromHours(1), Callbacks = 0 }));
        fake.Ledger.Plan(Number, FakeOutcome.Completed);
        var app = await StartAppAsync(new Dictionary<string, string>(fake.Settings()) { ["Providers:Bland:PollSeconds"] = "3600" });
        using var api = app.CreateApiClient();
        var batch = ApiApp.IdOf(await api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Hi." },
            call_objects = new[] { new { phone_number = Number } },
        }));
        await Eventually.TrueAsync(
            async () => await StatusAsync(api, batch) == "in_progress", TimeSpan.FromSeconds(60), "the call is accepted");
        var ended = fake.Ledger.Calls.Single().Details(new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var unknown = new JsonObject { ["call_id"] = Guid.NewGuid().ToString() };
        var sign = FakeBlandOptions.DefaultSecret;

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, Bytes(ended), secret: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(app, Bytes(ended), "another secret"));
        Assert.StartsWith("HTTP/1.1 401 ", await PostWithTwoSignaturesAsync(app, Bytes(ended), sign), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(app, "{"u8.ToArray(), sign));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(app, Bytes(unknown), sign));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(app, new byte[5 * 1024 * 1024], sign));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(app, new byte[BlandCallbacks.LargestBody + 1], sign, isChunked: true));
        Assert.Equal("in_progress", await StatusAsync(api, batch));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(app, Bytes(ended), sign));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(app, Bytes(ended), sign));

        await Eventually.TrueAsync(
            async () => await StatusAsync(api, batch) == "completed", TimeSpan.FromSeconds(60), "the batch is completed");
        Assert.Contains((string)unknown["call_id"]!, app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Number[1..], app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeBlandOptions.DefaultKey, app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callbacks_alone_carry_a_batch_to_its_end_though_they_come_doubled_and_in_the_wrong_order()
    {
        const string publicUrl = "https://calls.example.org";
        var fake = CloseAfterTest(await FakeBland.StartAsync(new()
        {
            CallLength = TimeSpan.FromSeconds(1),
            Callbacks = 2,
            ReordersCallbacks = true,
            FaultShare = 0.3,
            RandomFaults = [FakeFault.LoseReply, FakeFault.FailAfter],
        }));
        var app = await StartAppAsync(new Dictionary<string, string>(fake.Settings(publicUrl)) { ["Providers:Bland:PollSeconds"] = "3600" });
        fake.Route(publicUrl, app.Address);
        using var api = app.CreateApiClient();
        var numbers = Enumerable.Range(1200, 20).Select(last => $"+1212555{last}").ToArray();
        var batch = ApiApp.IdOf(await api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Hi." },
            call_objects = numbers.Select(number => new { phone_number = number }),
        }));

        await Eventually.TrueAsync(
            async () => await StatusAsync(api, batch) is "completed" or "completed_partial", TimeSpan.FromSeconds(60), "the batch ends");
        await Eventually.TrueAsync(
            () => fake.CallbackAnswers.Values.Sum() == 3 * numbers.Length, TimeSpan.FromSeconds(60), "every callback is answered");

        Assert.Equal([200], fake.CallbackAnswers.Keys);
        Assert.Equal(numbers.Order(), fake.Ledger.Calls.Select(call => call.To).Order());
        var body = (await api.GetAsync($"/v2/batches/{batch}")).Data;
        Assert.Equal(0, body.GetProperty("outcomes").GetProperty("unknown").GetInt32());
        Assert.Equal(
            fake.Ledger.Calls.Count(call => call.Details(DateTimeOffset.MaxValue)["status"]!.ToString() == "busy"),
            body.GetProperty("outcomes").GetProperty("busy").GetInt32());
    }

    [Fact]
    public async Task The_same_callback_many_times_at_once_beside_older_ones_ends_its_call_once()
    {
        var fake = CloseAfterTest(await FakeBland.StartAsync(new() { CallLength = TimeSpan.FromHours(1), Callbacks = 0 }));
        fake.Ledger.Plan(Number, FakeOutcome.Completed);
        await using var receiver = await WebhookReceiver.StartAsync();
        var app = await StartAppAsync(new Dictionary<string, string>(fake.Settings())
        {
            ["Providers:Bland:PollSeconds"] = "3600",
            ["Webhooks:AllowedHosts"] = "127.0.0.1",
        });
        using var api = app.CreateApiClient();
        var batch = ApiApp.IdOf(await api.PostAsync("/v2/batches/create", new
        {
            global = new { task = "Hi.", webhook = receiver.UrlOf("/call") },
            call_objects = new[] { new { phone_number = Number } },
        }));
        await Eventually.TrueAsync(
            async () => await StatusAsync(api, batch) == "in_progress", TimeSpan.FromSeconds(60), "the call is accepted");
        var call = fake.Ledger.Calls.Single();
        var (early, ended) = (Bytes(call.Details(call.PlacedAt)), Bytes(call.Details(new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero))));

        var answers = await Task.WhenAll(Enumerable.Range(0, 60)
            .Select(turn => PostAsync(app, turn % 3 == 2 ? early : ended, FakeBlandOptions.DefaultSecret)));
        Assert.Equal([HttpStatusCode.OK], answers.Distinct());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(app, early, FakeBlandOptions.DefaultSecret));

        await Eventually.TrueAsync(
            async () => await StatusAsync(api, batch) == "completed", TimeSpan.FromSeconds(60), "the batch is completed");
        await Eventually.TrueAsync(() => receiver.At("/call").Count > 0, TimeSpan.FromSeconds(60), "the webhook is told");
        var told = (await api.GetAsync($"/v2/batches/{batch}")).Data;
        Assert.Equal(
            (1, 1, 0),
            (told.GetProperty("calls_successful").GetInt32(), told.GetProperty("outcomes").GetProperty("completed").GetInt32(), told.GetProperty("calls_in_progress").GetInt32()));
        var known = (await api.GetAsync($"/v1/calls?batch_id={batch}")).Json.GetProperty("calls")[0].GetProperty("call_id").GetString();
        Assert.Equal(1, (await api.GetAsync($"/v1/calls/{known}")).Json.GetProperty("attempts").GetArrayLength());
        Assert.Single(receiver.At("/call"));
    }

    private static async Task<string?> StatusAsync(ApiClient api, string batch) =>
        (await api.GetAsync($"/v2/batches/{batch}")).Data.GetProperty("status").GetString();

    private static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    /// <summary>In two header lines, which HttpClient would make one of.</summary>
    /// <returns>The first line of the answer.</returns>
    private static async Task<string?> PostWithTwoSignaturesAsync(RunningApp app, byte[] body, string secret)
    {
        var signature = $"X-Webhook-Signature: {FakeCallbacks.Sign(body, secret)}\r\n";
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(app.Address.Host, app.Address.Port);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\n{signature}{signature}Content-Length: {body.Length}\r\n\r\n"));
        await stream.WriteAsync(body);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }

    private static async Task<HttpStatusCode> PostAsync(RunningApp app, byte[] body, string? secret, bool isChunked = false)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret is not null)
            content.Headers.Add("X-Webhook-Signature", FakeCallbacks.Sign(body, secret));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
