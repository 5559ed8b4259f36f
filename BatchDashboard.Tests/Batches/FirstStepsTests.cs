using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Batches;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BatchDashboard.Tests.Batches;

public sealed class FirstStepsTests : PageTest
{
    private static readonly (string, string)[] Real = [("Providers:Default", "bland")];

    [Fact]
    public async Task It_says_of_each_step_whether_it_is_done()
    {
        Grants = [Policies.Owner];
        await StartAsync();

        var page = Open<BatchesPage>("/batches");

        Assert.Equal(
            ["Provider: Sandbox not done", "Test call not done", "Calling hours done", "Do-not-call list not done"], Steps(page));
        Assert.Equal(
            ["/settings/providers", "/settings/providers", "/batches/new", "/do-not-call"],
            page.FindAll("li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task What_was_seen_to_is_done_and_who_is_no_owner_is_not_led_to_the_settings()
    {
        await StartAsync([.. Real, ("Compliance:CallingHours", "off")]);
        await Core.Service<DoNotCallList>().AddAsync("+12125550142", "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), Operator, default);

        var page = Open<BatchesPage>("/batches");

        Assert.Equal(
            ["Provider: Bland not done", "Test call not done", "Calling hours not done", "Do-not-call list done"], Steps(page));
        Assert.Contains("has no API key", page.Find("li .text").TextContent, StringComparison.Ordinal);
        Assert.Equal(["/batches/new", "/do-not-call"], page.FindAll("li a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_demo_batch_calls_made_up_people_through_the_sandbox_whatever_the_provider_is()
    {
        // At night too, when nobody else would be called.
        await StartAsync([.. Real, ("Compliance:CallingHours", "mon 00:00-00:01")]);
        var page = Open<BatchesPage>("/batches");

        await PressAsync(page, "Run the demo batch");

        var id = new BatchId(Guid.Parse(Services.GetRequiredService<NavigationManager>().Uri.Split('/')[^1]));
        var batch = await Core.UntilFinalAsync(id);
        Assert.Equal((BatchStatus.Completed, "sandbox", 50, 0), (batch.Status, batch.Provider, batch.Counts.Total, batch.Counts.Skipped));
        var calls = await Core.CallsAsync(id);
        Assert.All(calls, call => Assert.Matches(@"^\+1[2-9]\d\d55501\d\d$", call.ToNumber));
        Assert.Equal(50, calls.DistinctBy(call => call.ToNumber).Count());
        Assert.Superset(
            new HashSet<CallStatus> { CallStatus.Completed, CallStatus.Voicemail, CallStatus.NoAnswer, CallStatus.Busy },
            calls.Select(call => call.Status).ToHashSet());
        Assert.Equal(50, Core.Ledger.Read().Count);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Empty(page.FindAll(".first"));
    }

    private static IEnumerable<string> Steps(IRenderedComponent<BatchesPage> page) =>
        page.FindAll(".first li").Select(step => $"{step.QuerySelector("strong")!.TextContent} {step.QuerySelector(".state")!.TextContent}");
}
