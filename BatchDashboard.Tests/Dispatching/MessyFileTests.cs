using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Imports;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

public sealed class MessyFileTests
{
    [Fact]
    public async Task Every_row_of_a_messy_file_is_a_call_or_a_skipped_row()
    {
        using var scratch = new ScratchDirectory();
        var expected = await MessyRecipients.WriteAsync(scratch.PathOf("messy.csv"));
        await using var core = await CoreHost.StartAsync(
            ("Providers:Sandbox:Speed", "10000"), ("Dispatch:MaxConcurrentCalls", "500"));

        var batch = await core.UntilFinalAsync(
            await core.LaunchAsync(await File.ReadAllTextAsync(scratch.PathOf("messy.csv"))));

        Assert.Equal(MessyRecipients.Rows, batch.Counts.Total);
        Assert.Equal(expected.Rows - expected.Ready, batch.Counts.Skipped);
        Assert.Equal(expected.Ready, core.Ledger.Read().Count);
        Assert.All(core.Ledger.DialsByNumber(), dials => Assert.Equal(1, dials.Value));
        var reasons = (await core.CallsAsync(batch.Id, CallStatus.Skipped)).CountBy(call => call.ErrorCode!).ToDictionary();
        Assert.Equal(expected.SkippedByCode.OrderBy(code => code.Key), reasons.OrderBy(code => code.Key));
    }
}
