using System.Text;
using BatchDashboard.Tests.Endpoints;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>Receivers that fail, are slow, or want no more, and messages about calls.</summary>
public sealed class WebhookDeliveryTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    private const string Phases = "validating dispatching in_progress completed";

    [Fact]
    public async Task A_message_is_tried_until_it_is_taken_and_those_after_it_wait()
    {
        site.Receiver.Plan(
            "/trouble",
            new WebhookReply(500, "out of order"),
            new WebhookReply(302, Headers: [("Location", site.Receiver.UrlOf("/elsewhere"))]),
            new WebhookReply(200),
            new WebhookReply(503, Headers: [("Retry-After", "2")]));
        await CreateAsync("/trouble", "+12125550101");

        await WebhookSite.UntilAsync(() => Taken("/trouble") == Phases, () => $"all are taken: {Taken("/trouble")}");

        var received = site.Receiver.At("/trouble");
        Assert.Equal(
            "validating validating validating dispatching dispatching in_progress completed", string.Join(' ', received.Select(message => message.Status)));
        // The same message at each try.
        Assert.Equal(4, received.Select(message => message.Id).Distinct().Count());
        Assert.Equal(4, received.Select(message => Encoding.UTF8.GetString(message.Body)).Distinct().Count());
        Assert.Empty(site.Receiver.At("/elsewhere"));
    }

    [Fact]
    public async Task A_receiver_that_wants_no_more_gets_no_more()
    {
        site.Receiver.Plan("/gone", new WebhookReply(410));
        var id = await CreateAsync("/gone", "+12135550101");
        await site.UntilEndedAsync(id);
        await CreateAsync("/after", "+13125550101");
        await WebhookSite.UntilAsync(() => Taken("/after") == Phases, "a later batch is told to the end");

        Assert.Equal("validating", Assert.Single(site.Receiver.At("/gone")).Status);
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_holds_up_neither_the_work_nor_others()
    {
        var answer = new TaskCompletionSource();
        site.Receiver.Plan("/silent", new WebhookReply(200, Until: answer.Task));
        var id = await CreateAsync("/silent", "+14155550101");
        await site.UntilEndedAsync(id);
        await CreateAsync("/quick", "+16175550101");
        await WebhookSite.UntilAsync(() => Taken("/quick") == Phases, "another batch is told to the end");
        Assert.Single(site.Receiver.At("/silent"));

        // Ten seconds later it is tried again.
        await WebhookSite.UntilAsync(() => site.Receiver.At("/silent").Count == 5, "the first message is sent again, then the others");
        answer.SetResult();
        Assert.Equal($"validating {Phases}", string.Join(' ', site.Receiver.At("/silent").Select(message => message.Status)));
    }

    [Fact]
    public async Task The_webhook_of_each_row_is_told_what_became_of_its_call()
    {
        var csv = $"""
            phone_number,business_name,webhook
            +17025550101,South Bay Coffee,{site.Receiver.UrlOf("/webhook1")}
            +13055550103,John's Laundry,{site.Receiver.UrlOf("/webhook2")}
            +14045550101,Nobody Told,

            """;
        var id = ApiApp.IdOf(await site.Api.PostFileAsync(
            "/v2/batches/create",
            "recipients.csv",
            Encoding.UTF8.GetBytes(csv),
            new { column_mapping = new { webhook = "webhook" }, global = new { task = "Call {{business_name}}." } }));
        await site.UntilEndedAsync(id);
        await WebhookSite.UntilAsync(
            () => site.Receiver.At("/webhook1").Count == 1 && site.Receiver.At("/webhook2").Count == 1, "both are told");

        var told = site.Receiver.At("/webhook2")[0].Json;
        Assert.Equal("voicemail", told.GetProperty("answered_by").GetString());
        Assert.Equal("John's Laundry", told.GetProperty("variables").GetProperty("business_name").GetString());
        var call = (await site.Api.GetAsync($"/v1/calls/{told.GetProperty("call_id").GetString()}")).Json;
        Assert.Equal(call.GetProperty("to").GetString(), told.GetProperty("to").GetString());
        Assert.Equal(
            call.EnumerateObject().Select(property => property.Name).ToHashSet(),
            told.EnumerateObject().Select(property => property.Name).ToHashSet());
        Assert.Equal("South Bay Coffee", site.Receiver.At("/webhook1")[0].Json.GetProperty("variables").GetProperty("business_name").GetString());
    }

    private async Task<string> CreateAsync(string path, string number) => ApiApp.IdOf(await site.Api.PostAsync("/v2/batches/create", new
    {
        global = new { task = "Say hello." },
        status_webhook = site.Receiver.UrlOf(path),
        call_objects = new[] { new { phone_number = number } },
    }));

    private string Taken(string path) =>
        string.Join(' ', site.Receiver.At(path).Where(message => message.Answered == 200).Select(message => message.Status));
}
