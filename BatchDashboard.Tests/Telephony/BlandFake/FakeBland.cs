using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>
/// A provider as faithful as can be without telephones, on a port of its own: for providers under test in this process,
/// and for whole apps in others, which outlive or survive it as they please.
/// </summary>
internal sealed class FakeBland : IAsyncDisposable
{
    private readonly FakeBlandOptions _options;
    private readonly WebApplication _site;
    private readonly FakeCallbacks _callbacks;
    private int _failingReads;
    private int _failingStops;

    private FakeBland(FakeBlandOptions options)
    {
        _options = options;
        Ledger = new FakeLedger(options);
        _callbacks = new FakeCallbacks(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _site = builder.Build();
        _site.Use(AuthorizeAsync);
        _site.MapPost("/v1/calls", (Delegate)PlaceAsync);
        _site.MapGet("/v1/calls", List);
        _site.MapGet("/v1/calls/{id}", Get);
        _site.MapPost("/v1/calls/{id}/stop", StopAsync);
        _site.MapGet("/v1/me", () => Json(new JsonObject { ["status"] = "active", ["total_calls"] = Ledger.Calls.Count }));
    }

    public FakeLedger Ledger { get; }

    /// <summary>How many callbacks were answered, by status; 0: not at all.</summary>
    public IReadOnlyDictionary<int, int> CallbackAnswers => _callbacks.Answers;

    public string Address => _site.Urls.Single();

    /// <summary>How many questions were asked, those that failed too.</summary>
    public int Reads { get; private set; }

    /// <summary>How many requests of any kind arrived.</summary>
    public int Asked => Ledger.Arrived + Reads;

    /// <summary>How many requests to hang up arrived.</summary>
    public int Stops { get; private set; }

    public static async Task<FakeBland> StartAsync(FakeBlandOptions? options = null)
    {
        var fake = new FakeBland(options ?? new FakeBlandOptions());
        await fake._site.StartAsync();
        return fake;
    }

    /// <summary>The settings that lead an app to it.</summary>
    public Dictionary<string, string> Settings(string? publicUrl = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["Providers:Default"] = "bland",
            ["Providers:Bland:BaseUrl"] = Address,
            ["Providers:Bland:ApiKey"] = _options.ApiKey,
            ["Providers:Bland:WebhookSecret"] = _options.WebhookSecret,
            ["Providers:Bland:PollSeconds"] = "1",
            // The tests run at night as well.
            ["Compliance:CallingHours"] = "off",
        };
        if (publicUrl is not null)
            settings["PublicUrl"] = publicUrl;
        return settings;
    }

    /// <summary>Makes a public address lead to where somebody listens in truth.</summary>
    public void Route(string publicUrl, Uri address) => _callbacks.Route(publicUrl, address);

    /// <summary>So many questions from now on are answered with 503.</summary>
    public void FailReads(int count) => _failingReads = count;

    /// <summary>So many requests to hang up from now on are answered with 503.</summary>
    public void FailStops(int count) => _failingStops = count;

    public async ValueTask DisposeAsync()
    {
        _callbacks.Dispose();
        await _site.DisposeAsync();
    }

    private async Task AuthorizeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.Authorization != _options.ApiKey)
        {
            await Error(401, $"Invalid authorization: {context.Request.Headers.Authorization}").ExecuteAsync(context);
            return;
        }

        if (context.Request.Method == HttpMethods.Get)
        {
            Reads++;
            if (_failingReads > 0)
            {
                _failingReads--;
                await Error(503, "Busy").ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }

    private async Task<IResult> PlaceAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        if ((string?)request["phone_number"] is not { } number)
            return Error(400, "Missing parameter: phone_number");
        switch (Ledger.Arrive(number))
        {
            case FakeFault.LoseRequest:
                context.Abort();
                return Results.Empty;
            case FakeFault.FailBefore:
                return Error(500, "Internal error");
            case FakeFault.Conflict:
                return Error(409, "Conflict");
            case FakeFault.Redirect:
                return Results.Redirect("/v1/calls", permanent: false, preserveMethod: true);
            case FakeFault.TooMany:
                context.Response.Headers.RetryAfter = $"{_options.RetryAfterSeconds}";
                return Error(429, "Rate limit exceeded");
            case FakeFault.Blacklisted:
                return Error(429, "This number is blacklisted");
            case FakeFault.DailyCap:
                return Error(429, "Daily call limit reached");
            case FakeFault.BadRequest:
                return Json(Refusal("Invalid parameters", $"voice is unknown to {_options.ApiKey}"), 400);
            case FakeFault.Unauthorized:
                return Error(401, "Invalid key");
            case FakeFault.OutOfBalance:
                return Error(402, "Balance too low");
            case FakeFault.Forbidden:
                return Error(403, "Account suspended");
            case var afterwards:
                return await AnswerAsync(context, Place(number, request), afterwards);
        }
    }

    private FakeCall Place(string number, JsonObject request)
    {
        var call = Ledger.Place(number, request);
        _callbacks.Schedule(call);
        return call;
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, FakeCall call, FakeFault fault)
    {
        switch (fault)
        {
            case FakeFault.LoseReply:
                context.Abort();
                return Results.Empty;
            case FakeFault.NeverAnswer:
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                    await gone.Task;
                return Results.Empty;
            case FakeFault.Garbage:
                return Results.Text("<html>OK</html>", "text/html");
            case FakeFault.FailAfter:
                return Error(500, "Internal error");
            case FakeFault.GatewayTimeout:
                return Results.Text("<html>504 Gateway Time-out</html>", "text/html", statusCode: 504);
            case FakeFault.RequestTimeout:
                return Error(408, "Request timeout");
            default:
                return Json(new JsonObject
                {
                    ["status"] = "success",
                    ["message"] = "Call successfully queued.",
                    ["call_id"] = call.Id,
                    ["batch_id"] = null,
                });
        }
    }

    private IResult List(HttpContext context)
    {
        var now = _options.Time.GetUtcNow();
        var query = context.Request.Query;
        var from = DateTimeOffset.Parse(
            query["start_date"].SingleOrDefault() ?? "2000-01-01", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var found = Ledger.Calls
            .Where(call => query["to_number"].SingleOrDefault() is not { } number || call.To == number)
            .Where(call => call.PlacedAt >= from && call.PlacedAt + _options.ListLag <= now)
            .ToList();
        return Json(new JsonObject
        {
            ["count"] = found.Count,
            ["calls"] = new JsonArray([.. found.Select(call => call.Row(now))]),
        });
    }

    private IResult Get(string id) => Ledger.Find(id) is { } call
        ? Json(call.Details(_options.Time.GetUtcNow()))
        : Error(404, "Call not found");

    private async Task<IResult> StopAsync(HttpContext context, string id)
    {
        Stops++;
        if (_failingStops > 0)
        {
            _failingStops--;
            return Error(503, "Busy");
        }

        try
        {
            await JsonNode.ParseAsync(context.Request.Body);
        }
        catch (JsonException)
        {
            return Error(400, "Body must be JSON");
        }

        var now = _options.Time.GetUtcNow();
        if (Ledger.Find(id) is not { } call)
            return Error(404, "Call not found");
        if (call.IsOver(now))
            return Error(400, "Call is not active");
        call.StoppedAt = now + _options.HangUpTakes;
        _callbacks.HurryUp(call);
        return Json(new JsonObject { ["status"] = "success", ["message"] = "Call ended successfully." });
    }

    private static IResult Error(int status, string message) => Json(Refusal(message), status);

    private static JsonObject Refusal(string message, params string[] errors) => new()
    {
        ["status"] = "error",
        ["message"] = message,
        ["errors"] = new JsonArray([.. errors.Select(error => (JsonNode)error)]),
    };

    private static IResult Json(JsonObject body, int status = 200) =>
        Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
