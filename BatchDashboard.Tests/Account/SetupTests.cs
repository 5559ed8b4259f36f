using System.Net;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Account;

public sealed class SetupTests(ITestOutputHelper output) : AppTest(output)
{
    [Fact]
    public async Task The_set_up_link_creates_one_owner_and_works_once()
    {
        var app = await StartAppAsync(new Dictionary<string, string> { ["PublicUrl"] = "https://calls.example.org/" }, withOwner: false);
        using var owner = app.NewVisitor();
        using var second = app.NewVisitor();
        var link = (await app.SetupLinkAsync()).PathAndQuery;

        var hint = await TextAsync(await owner.GetAsync("/login"));
        var withoutToken = await TextAsync(await owner.GetAsync("/setup"));
        var wrongToken = await owner.SubmitAsync("/setup?token=wrong", Fields("owner@example.com", "correct horse"));
        var weak = await TextAsync(await owner.SubmitAsync(link, Fields("owner@example.com", "short")));
        var created = await owner.SubmitAsync(link, Fields("owner@example.com", "correct horse"));
        var again = await second.GetAsync(link);

        Assert.Contains("one-time set-up link", hint, StringComparison.Ordinal);
        Assert.Contains("printed in its output", withoutToken, StringComparison.Ordinal);
        Assert.Null(wrongToken.Headers.Location);
        Assert.Contains("Passwords must be at least 8 characters.", weak, StringComparison.Ordinal);
        Assert.Equal("/batches", owner.DestinationOf(created));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/batches")).StatusCode);
        Assert.Contains("Already set up", await TextAsync(again), StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await TextAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_people_with_the_link_at_once_make_one_owner()
    {
        var app = await StartAppAsync(withOwner: false);
        var link = (await app.SetupLinkAsync()).PathAndQuery;

        var destinations = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
        {
            using var visitor = app.NewVisitor();
            return visitor.DestinationOf(
                await visitor.SubmitAsync(link, Fields($"owner{number}@example.com", "correct horse")));
        }));

        Assert.Single(destinations, destination => destination == "/batches");
    }

    [Theory]
    [InlineData("Bootstrap:ApiKey=too-short", "Bootstrap:ApiKey has 9 characters; it needs at least 16.")]
    [InlineData(
        "Bootstrap:OwnerEmail=owner@example.com",
        "Set both Bootstrap:OwnerEmail and Bootstrap:OwnerPassword, or neither.")]
    [InlineData(
        "Bootstrap:OwnerEmail=owner@example.com Bootstrap:OwnerPassword=weak",
        "Passwords must be at least 8 characters.")]
    [InlineData("Providers:Default=nope", "Providers:Default names a provider that does not exist.")]
    [InlineData("Providers:Default=bland", "Providers:Default is 'bland'. The provider 'bland' has no API key. Set Providers:Bland:ApiKey")]
    [InlineData("Providers:Bland:BaseUrl=http://example.org", "Providers:Bland:BaseUrl must begin with https")]
    [InlineData("Providers:Bland:PollSeconds=0", "The field PollSeconds must be between 1 and 3600.")]
    [InlineData("Dispatch:LeaseSeconds=abc", "Failed to convert configuration value 'abc' at 'Dispatch:LeaseSeconds'")]
    [InlineData("Dispatch:MaxCallsPerSecond=-0.4", "The field MaxCallsPerSecond must be between 0 and 10000.")]
    [InlineData("Dispatch:MaxCallsPerSecond=NaN", "The field MaxCallsPerSecond must be between 0 and 10000.")]
    [InlineData("Storage:DataDirectory=/etc/hostname", "Check Storage:DataDirectory")]
    [InlineData("Urls=nonsense", "Check Urls.")]
    public async Task Settings_that_cannot_work_stop_the_start_with_a_plain_sentence(string settings, string sentence)
    {
        var (exitCode, log) = await RunningApp.RunToEndAsync(
            settings.Split(' ').Select(setting => setting.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]));

        Assert.Equal(1, exitCode);
        Assert.Contains(sentence, log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log.Text, StringComparison.Ordinal);
    }

    private static (string, string)[] Fields(string email, string password) =>
        [("Form.Email", email), ("Form.Password", password)];

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync();
}
