using System.Text;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Calls;

/// <summary>What it costs to tell how calls go on.</summary>
public sealed class CallProgressTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData(""", "webhook": "https://example.com/a" """, false)]
    [InlineData(""", "webhook_events": ["call"]""", true)]
    public async Task A_call_object_is_read_again_only_where_one_of_the_batch_asks_to_be_told(string own, bool isRead)
    {
        await using var core = await CoreHost.StartAsync();
        var body = $$"""
            {"global": {"task": "Hi.", "start_time": "2099-01-01 09:00:00"}, "call_objects": [
                {"phone_number": "+12125550110"{{own}}}, {"phone_number": "+12125550111"}]}
            """;
        var batch = await LaunchAsync(core, body);
        var (settings, ids) = (core.Service<LaunchedSettings>(), core.Service<CallIds>());
        var call = new CallKey(batch.Number, 2);
        await using var context = await core.Service<Database>().ReadAsync(default);
        // Reads the plan, as the first call of each batch does.
        Assert.Null(settings.Of(context, call, CallEventName.Setting));

        // Without a database, whatever is read throws.
        var move = Record.Exception(() => new CallProgress(null!, settings, ids, TimeProvider.System.GetUtcNow()).Moved(call, CallStatus.Ringing));

        Assert.Equal(isRead, move is NullReferenceException);
        Assert.Equal(isRead, move is not null);
    }

    private static async Task<BatchSummary> LaunchAsync(CoreHost core, string body)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(body));
        using var received = (await core.Service<ReceivedFiles>().SaveAsync(content, ".json", null, default)).Value;
        var id = await core.Service<BatchRequestService>().CreateAsync(received, new BatchRequester("tests", "tests", null), default);
        return await core.UntilAsync(id.Value, b => b.Status == BatchStatus.WaitingForScheduledCalls, "it waits");
    }
}
