using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>The sandbox's fixed numbers, through the whole engine.</summary>
public sealed class SandboxNumberTests
{
    [Theory]
    [InlineData("+12125550101", CallStatus.Busy)]
    [InlineData("+12125550102", CallStatus.NoAnswer)]
    [InlineData("+12125550103", CallStatus.Voicemail)]
    [InlineData("+12125550104", CallStatus.Failed)]
    [InlineData("+12125550105", CallStatus.Completed)]
    [InlineData("+12125550106", CallStatus.Completed)]
    [InlineData("+12125550109", CallStatus.Completed)]
    public async Task A_fixed_number_ends_as_promised_and_stands_once_in_the_ledger(string number, CallStatus expected)
    {
        await using var core = await CoreHost.StartAsync();

        var id = await core.LaunchAsync($"phone_number\n{number}");
        await core.UntilFinalAsync(id);

        Assert.Equal(expected, Assert.Single(await core.CallsAsync(id)).Status);
        Assert.Equal(1, Assert.Single(core.Ledger.DialsByNumber()).Value);
    }

    [Fact]
    public async Task A_number_in_two_batches_is_called_by_one_after_the_other()
    {
        await using var core = await CoreHost.StartAsync(("Providers:Sandbox:Speed", "1"));
        var first = await core.LaunchAsync("phone_number\n+12125550107");
        await core.UntilAsync(first, batch => batch.Counts.InFlight == 1, "the first call is in flight");

        var second = await core.LaunchAsync("phone_number\n+12125550107");
        var held = await core.UntilAsync(second, batch => batch.Counts.Held == 1, "the second call is held");

        Assert.Equal(0, held.Counts.InFlight);
        Assert.Equal("number_busy", Assert.Single(await core.CallsAsync(second)).ErrorCode);
        Assert.Single(core.Ledger.Read());
    }
}
