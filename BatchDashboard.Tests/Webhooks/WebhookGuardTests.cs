using System.Net;
using System.Net.Sockets;
using System.Text;
using BatchDashboard.Core.Webhooks;
using BatchDashboard.Core.Webhooks.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Webhooks;

/// <summary>Hosts that lead inside, however they are written: not one connection is made.</summary>
public sealed class WebhookGuardTests : IAsyncLifetime
{
    private WebhookReceiver _receiver = null!;

    public async Task InitializeAsync() => _receiver = await WebhookReceiver.StartAsync();

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task No_spelling_of_a_private_address_is_connected_to()
    {
        var urls = HostileUrls.All(_receiver.Port).ToList();
        Assert.True(urls.Count >= 200, $"There are {urls.Count}.");
        var asked = new List<string>();
        var client = Client(host =>
        {
            asked.Add(host);
            // As a system's resolver would, which knows odd spellings too.
            return host.EndsWith(".example", StringComparison.Ordinal) ? [IPAddress.Parse("169.254.169.254")] : [IPAddress.Loopback];
        });
        foreach (var url in urls)
        {
            // One that is no address at all is not stored in the first place.
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                continue;
            var answer = await client.PostAsync(uri, [], [], default);
            Assert.True(answer is { StatusCode: null, Error: "address_refused" }, $"{url}: {answer}");
        }

        Assert.Empty(_receiver.Received);
        Assert.NotEmpty(asked);
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_a_moment_later_leads_nowhere()
    {
        // Nothing may leave this machine, so one of its own addresses stands for a public one.
        var (outside, inside) = (IPAddress.Loopback, IPAddress.Parse("127.0.0.2"));
        using var victim = new TcpListener(inside, _receiver.Port);
        victim.Start();
        var times = 0;
        var client = Client(_ => times++ == 0 ? [outside] : [inside], isPublic: outside.Equals);

        var first = await client.PostAsync(new Uri($"http://rebinding.test:{_receiver.Port}/first"), [], [], default);
        // Of another name, since a connection that is open is used again.
        var second = await client.PostAsync(new Uri($"http://again.rebinding.test:{_receiver.Port}/second"), [], [], default);

        Assert.Equal(200, first.StatusCode);
        Assert.Equal("address_refused", second.Error);
        Assert.Equal(2, times);
        Assert.Single(_receiver.Received);
        Assert.False(victim.Pending(), "The address that was not looked at has been connected to.");
    }

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough_to_refuse()
    {
        var client = Client(_ => [IPAddress.Parse("93.184.215.14"), IPAddress.Loopback]);

        Assert.Equal("address_refused", (await client.PostAsync(new Uri($"http://both.test:{_receiver.Port}/"), [], [], default)).Error);
        Assert.Empty(_receiver.Received);
    }

    [Theory]
    [InlineData("127.0.0.1", "http://127.0.0.1:{0}/a", true)]
    [InlineData("other.test, LOCAL.test", "http://local.test:{0}/a", true)]
    [InlineData("local.test", "http://not-local.test:{0}/a", false)]
    [InlineData("local.test", "http://local.test.evil.test:{0}/a", false)]
    public async Task A_host_that_is_named_may_be_private(string allowed, string url, bool isReached)
    {
        var client = Client(_ => [IPAddress.Loopback], allowed);

        var answer = await client.PostAsync(new Uri(string.Format(null, CompositeFormat.Parse(url), _receiver.Port)), "{}"u8.ToArray(), [("webhook-id", "msg_1")], default);

        Assert.Equal(isReached ? 200 : null, answer.StatusCode);
        Assert.Equal(isReached ? "thank you" : null, answer.Text);
        Assert.Equal(isReached ? 1 : 0, _receiver.Received.Count);
    }

    [Fact]
    public async Task Of_an_answer_without_end_the_beginning_is_kept()
    {
        _receiver.Plan("/long", new WebhookReply(200, new string('x', 1_000_000)));

        var answer = await Client(_ => [IPAddress.Loopback], "127.0.0.1").PostAsync(new Uri(_receiver.UrlOf("/long")), [], [], default);

        Assert.Equal(new string('x', WebhookTry.LongestAnswer), answer.Text);
    }

    private static WebhookClient Client(
        Func<string, IPAddress[]> addresses, string allowed = "", PublicAddressRule? isPublic = null)
    {
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<HostAddresses>((host, _) => Task.FromResult(addresses(host)))
            .AddSingleton(isPublic ?? PublicAddresses.Contains)
            .AddLogging()
            .AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(
                new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build())
            .AddWebhooks()
            .Configure<WebhookOptions>(options => options.AllowedHosts = allowed);
        return services.BuildServiceProvider().GetRequiredService<WebhookClient>();
    }
}
