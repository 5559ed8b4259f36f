using System.Diagnostics;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Benchmarks.Reading;

/// <summary>P5: what a page, and the search for a number, take of ten million calls.</summary>
internal static class PageSpeed
{
    private const int Queries = 300;
    private const int PageSize = 50;
    private const int Checked = 4;

    private static readonly CallStatus[] Statuses =
    [
        CallStatus.Queued, CallStatus.InProgress, CallStatus.Completed, CallStatus.Failed, CallStatus.NoAnswer, CallStatus.Skipped,
        CallStatus.Review,
    ];

    private static readonly Random Random = new(20261128);

    public static async Task<int> RunAsync()
    {
        using var scratch = new ScratchDirectory();
        await using var core = await CoreHost.OpenAsync(scratch.Root);
        var watch = Stopwatch.StartNew();
        var stored = await TenMillionCalls.FillAsync(core);
        Console.WriteLine($"filled in {watch.Elapsed.TotalSeconds:F0} s");
        var cpu = Environment.CpuUsage.TotalTime;
        watch.Restart();
        await TenMillionCalls.IndexAsync(core);
        Console.WriteLine(
            $"numbers of ten million calls indexed in {watch.Elapsed.TotalSeconds:F1} s, " +
            $"{(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:F1} CPU s");

        var (batches, calls) = (core.Service<BatchQueries>(), core.Service<CallQueries>());
        await TimeAsync("batch list", _ => BatchPageAsync(batches, before: null));
        await TimeAsync("first page of a batch", index => PageAsync(new CallFilter(AnyBatch(), []), after: null, index));
        await TimeAsync("deep page of a batch", index => DeepAsync(AnyBatch(), [], index));
        await TimeAsync("deep page of all batches", index => DeepAsync(null, [], index));
        foreach (var status in Statuses)
        {
            await TimeAsync($"{status}, first page of a batch", index => PageAsync(new CallFilter(AnyBatch(), [status]), after: null, index));
            await TimeAsync($"{status}, deep page of a batch", index => DeepAsync(AnyBatch(), [status], index));
            await TimeAsync($"{status}, deep page of all batches", index => DeepAsync(null, [status], index));
        }

        await TimeAsync("several statuses, all batches", index => DeepAsync(null, Statuses, index));
        await TimeAsync("number, all batches", _ => NumberAsync(null));
        await TimeAsync("number, one batch", _ => NumberAsync(AnyBatch()));
        var layout = (await batches.GetManyAsync([2], default)).Single().Plan.Layout!;
        var variable = layout.Columns.First(column => column.Use == ColumnUse.RequestData).Name!;
        await TimeAsync("searched in vain: who answered", _ => SearchAsync(filter => filter with { AnsweredBy = AnsweredBy.Unknown }));
        await TimeAsync("searched in vain: error code", _ => SearchAsync(filter => filter with { Statuses = [CallStatus.Completed], ErrorCode = "none" }));
        await TimeAsync("searched in vain: variable", _ => SearchAsync(filter => filter with { Variables = [new(variable, "nothing")] }));
        await TimeAsync("searched in vain: first dial", _ => SearchAsync(filter => filter with { StartedFrom = DateTimeOffset.MaxValue }));
        await TimeAsync("recipients of a batch", _ => RecipientsAsync());
        stored.AddBatches(5000);
        await TimeAsync("batch list, 5,010 batches", index => BatchPageAsync(batches, before: index % 2 == 0 ? null : Random.Next(100, 5000)));
        await TimeAsync("number, 5,010 batches", _ => NumberAsync(null));
        return 0;

        int AnyBatch() => Random.Next(1, TenMillionCalls.Batches + 1);

        Task DeepAsync(int? batch, IReadOnlyList<CallStatus> statuses, int index) => PageAsync(
            new CallFilter(batch, statuses), new CallKey(batch ?? AnyBatch(), Random.Next(1, TenMillionCalls.Rows)), index);

        async Task PageAsync(CallFilter filter, CallKey? after, int index)
        {
            var ascending = index % 2 == 0;
            var page = await calls.ListAsync(filter, PageSize, after, skip: 0, ascending, default);
            if (index < Checked)
                Compare(page.Select(call => call.Key.Value), stored.Keys(Plain(filter, after, ascending)), $"{filter} after {after}");
        }

        async Task NumberAsync(int? batch)
        {
            var row = Random.Next(1, TenMillionCalls.Rows);
            if (stored.NumberOf(new CallKey(1, row).Value) is not { } number)
                return;
            var found = await calls.ListAsync(new CallFilter(batch, [], number), PageSize, after: null, skip: 0, ascending: true, default);
            Compare(
                found.Select(call => call.Key.Value),
                batch is { } one ? [new CallKey(one, row).Value]
                    : [.. Enumerable.Range(1, TenMillionCalls.Batches).Select(b => new CallKey(b, row).Value)],
                "a number");
        }

        // In the batch that is half dialled, from somewhere before its middle.
        async Task SearchAsync(Func<CallFilter, CallFilter> filter)
        {
            var found = await calls.SearchAsync(
                filter(new CallFilter(2, [])), PageSize, new CallKey(2, Random.Next(1, (TenMillionCalls.Rows / 2) - 50_000)), ascending: true, default);
            if (found.Calls.Count > 0 || found.SearchedTo is null)
                throw new InvalidOperationException("The search was not in vain, or not ended.");
        }

        async Task RecipientsAsync()
        {
            var batch = (await batches.GetManyAsync([AnyBatch()], default)).Single();
            if ((await core.Service<RecipientQueries>().FirstAsync(batch, PageSize, default)).Count != PageSize)
                throw new InvalidOperationException("Not all recipients were found.");
        }
    }

    private static async Task BatchPageAsync(BatchQueries batches, int? before)
    {
        var page = await batches.ListAsync(new BatchFilter([]), PageSize, before, skip: 0, default);
        if (page.Count != Math.Min(PageSize, TenMillionCalls.Batches) && page.Count != PageSize)
            throw new InvalidOperationException($"The list shows {page.Count} batches.");
    }

    /// <summary>The same page by reading through the calls.</summary>
    private static string Plain(CallFilter filter, CallKey? after, bool ascending)
    {
        var (first, last) = filter.BatchNumber is { } batch ? CallKey.RangeOf(batch) : (0, long.MaxValue);
        var statuses = filter.Statuses.Select(status => $"'{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString())}'").ToList();
        return $"key BETWEEN {first} AND {last} AND {(after is { Value: var key } ? $"key {(ascending ? '>' : '<')} {key}" : "TRUE")} " +
            $"AND {(statuses.Count > 0 ? $"+status IN ({string.Join(", ", statuses)})" : "status <> 'skipped'")} " +
            $"ORDER BY key {(ascending ? "ASC" : "DESC")} LIMIT {PageSize}";
    }

    private static void Compare(IEnumerable<long> found, List<long> expected, string what)
    {
        if (!found.SequenceEqual(expected))
            throw new InvalidOperationException($"Of {what}, {found.Count()} were found, and not those {expected.Count} that are stored.");
    }

    private static async Task TimeAsync(string what, Func<int, Task> query)
    {
        // The first ones are compared with the slow way, and warm up.
        for (var index = 0; index < Checked; index++)
            await query(index);
        var times = new List<double>();
        for (var index = Checked; index < Checked + Queries; index++)
        {
            var start = Stopwatch.GetTimestamp();
            await query(index);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"  {what,-42} p50 {times[Queries / 2],6:F2} ms, p99 {times[Queries * 99 / 100],6:F2} ms");
    }
}
