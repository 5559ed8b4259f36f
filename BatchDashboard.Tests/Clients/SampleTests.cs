using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Clients;

/// <summary>The sample of docs/live.md works as it stands there.</summary>
[Collection(ApiAppCollection.Name)]
public sealed class SampleTests(ApiApp app)
{
    [Fact]
    public async Task The_sample_of_the_live_feed_follows_a_batch_to_its_end()
    {
        var batch = await app.CreateAsync(
            "Followed", new { phone_number = "+12125550131" }, new { phone_number = "+13125550101" }, new { phone_number = "nobody" });

        Assert.Matches("completed(_partial)?: 3 of 3 done, 0 in progress", await FollowAsync(batch));
        // It is over before anyone watches: the end is told before Watch has answered.
        Assert.Matches("completed(_partial)?: 3 of 3 done, 0 in progress", await FollowAsync(batch));
    }

    private async Task<string> FollowAsync(string batch)
    {
        var (printed, _) = await ClientPrograms.RunAsync(
            ClientPrograms.Beside("@microsoft/signalr/package.json", SolutionDirectory.PathOf("docs", "samples", "live.mjs")),
            [app.App.Address.GetLeftPart(UriPartial.Authority), RunningApp.ApiKey, batch]);

        return printed;
    }
}
