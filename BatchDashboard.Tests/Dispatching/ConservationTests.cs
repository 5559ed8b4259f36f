using System.Diagnostics.Metrics;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Dispatching;

/// <summary>What came in must have come out, or somebody is told.</summary>
public sealed class ConservationTests
{
    private const string Recipients = "phone_number\n+12123001000\n12\n+12123010101";

    [Fact]
    public async Task Counters_that_are_not_those_of_the_rows_are_a_gap_that_the_metric_and_the_batch_tell()
    {
        await using var core = await CoreHost.StartAsync();
        await core.Service<DialSwitch>().StopAllAsync("tester", default);
        var id = await core.LaunchAsync(Recipients);
        var number = (await core.UntilAsync(id, batch => batch.Status == BatchStatus.Dispatching, "its rows are loaded")).Number;
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run(
                "UPDATE batches SET n_failed = n_failed + 1, n_queued = n_queued - 1 WHERE number = @batch", ("@batch", number))),
            default);

        await core.Service<DialSwitch>().ResumeAllAsync("tester", default);
        await core.UntilFinalAsync(id);

        await Eventually.TrueAsync(() => GapOf(core) == 2, TimeSpan.FromSeconds(20), "the gap is measured");
        Assert.Single(await ProblemsAsync(core, number), code => code == "counters_differ");
    }

    [Fact]
    public async Task Rows_of_the_source_that_were_not_stored_are_a_gap_too()
    {
        await using var core = await CoreHost.StartAsync();
        var draft = await core.DraftAsync(Recipients);
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run("UPDATE drafts SET report = json_set(report, '$.total', 5)")),
            default);

        var batch = await core.UntilFinalAsync((await core.LaunchAsync(draft)).Value);

        await Eventually.TrueAsync(() => GapOf(core) == 2, TimeSpan.FromSeconds(20), "the gap is measured");
        Assert.Single(await ProblemsAsync(core, batch.Number), code => code == "rows_differ");
    }

    [Fact]
    public async Task A_batch_that_ends_while_it_is_loaded_is_counted_as_well()
    {
        using var scratch = new ScratchDirectory();
        await using var core = await CoreHost.OpenAsync(scratch.Root);
        var id = await core.LaunchAsync(Recipients);
        await core.Service<BatchService>().StopAsync(id, hangUp: false, "tester", default);
        await core.Service<Database>().WriteAsync(
            WritePriority.Dispatch,
            context => Task.FromResult(context.Run(
                "CREATE TRIGGER miscount AFTER UPDATE OF loaded ON batches BEGIN UPDATE batches SET n_skipped = n_skipped + 1; END")),
            default);

        await core.RunAsync();

        await core.UntilFinalAsync(id);
        await Eventually.TrueAsync(() => GapOf(core) == 1, TimeSpan.FromSeconds(20), "the gap is measured");
    }

    [Fact]
    public async Task A_batch_whose_rows_are_all_accounted_for_leaves_no_gap()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(Recipients);
        var batch = await core.UntilFinalAsync(id);

        await core.Service<Conservation>().CheckAsync(batch.Number, default);

        Assert.Equal(3, batch.Counts.Total);
        Assert.Equal(0, GapOf(core));
    }

    private static async Task<IReadOnlyList<string?>> ProblemsAsync(CoreHost core, int number) =>
    [
        .. (await core.Service<BatchLogQueries>().ListAsync(number, 100, 0, newestFirst: true, default))
            .Where(line => line.Event == LogEvent.Error).Select(line => (string?)line.Payload["code"]),
    ];

    private static long GapOf(CoreHost core)
    {
        var meters = core.Service<IMeterFactory>();
        long gap = -1;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == Conservation.GapName && instrument.Meter.Scope == meters)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => gap = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return gap;
    }
}
