using System.IO.Pipelines;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Batches;

public sealed class ManyCallObjectsTests
{
    private const int Count = 100_000;

    [Fact]
    public async Task A_hundred_thousand_call_objects_of_one_request_are_all_accounted_for()
    {
        await using var core = await CoreHost.StartAsync();
        var pipe = new Pipe();
        var writing = WriteAsync(pipe.Writer.AsStream());
        using var body = (await core.Service<ReceivedFiles>().SaveAsync(pipe.Reader.AsStream(), ".json", name: null, default)).Value;
        await writing;

        var id = await core.Service<BatchRequestService>().CreateAsync(body, new BatchRequester("tests", "tests", null), default);

        var batch = await core.UntilAsync(
            id.Value, batch => batch.Status == BatchStatus.WaitingForScheduledCalls, "everything is loaded");
        Assert.Equal(Count, batch.Counts.Total);
        Assert.Equal(CallObjectsBody.Skipped(Count), batch.Counts.Skipped);
        Assert.Equal(Count - CallObjectsBody.Skipped(Count), batch.Counts.Queued);
        var last = await core.Service<CallQueries>().ListAsync(
            new CallFilter(batch.Number, [CallStatus.Skipped]), 2, null, 0, ascending: false, default);
        Assert.Equal([Count, Count - 1], last.Select(call => call.RowNumber));
    }

    private static async Task WriteAsync(Stream target)
    {
        await using (target)
            await CallObjectsBody.WriteAsync(target, Count);
    }
}
