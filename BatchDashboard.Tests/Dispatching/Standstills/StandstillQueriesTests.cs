using System.Globalization;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching.Standstills;

public sealed class StandstillQueriesTests
{
    [Fact]
    public async Task A_batch_whose_calls_are_all_held_by_their_hours_says_so_and_not_that_lines_are_taken()
    {
        var closed = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow().AddDays(3):ddd} 12:00-13:00");
        await using var core = await CoreHost.StartAsync(("Compliance:CallingHours", closed));
        var id = await core.LaunchAsync(CoreHost.Numbers(3));
        var batch = await core.UntilAsync(id, b => b.Counts.Held == 3, "all are held");
        var queries = core.Service<StandstillQueries>();

        var ofBatch = await queries.OfBatchAsync(batch.Number, default);
        var ofCall = await queries.OfCallAsync((await core.CallsAsync(id))[0].Key, default);

        Assert.Equal(("outside_hours", "It is outside the calling hours."), (ofBatch?.Code, ofBatch?.Message));
        Assert.Equal("It is outside the calling hours in America/New_York.", ofCall?.Message);
        Assert.True(ofBatch!.Next > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_batch_that_waits_for_the_lines_of_its_provider_says_so()
    {
        await using var core = await CoreHost.StartAsync(
            ("Providers:Sandbox:Speed", "1"), ("Dispatch:Providers:sandbox:MaxConcurrentCalls", "1"));
        var id = await core.LaunchAsync("phone_number\n+12125550107\n+12135550107\n+13125550107");
        var batch = await core.UntilAsync(id, b => b.Counts is { InFlight: 1, Queued: 2 }, "one call is in progress");

        var standstill = await core.Service<StandstillQueries>().OfBatchAsync(batch.Number, default);

        Assert.Equal("provider_lines", standstill?.Code);
        Assert.StartsWith("All 1 calls that the provider may have at once", standstill!.Message, StringComparison.Ordinal);
    }
}
