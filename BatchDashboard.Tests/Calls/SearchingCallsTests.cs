using System.Text;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Imports;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.Calls;

/// <summary>Filters that no index answers, each against the same filter over all calls in memory.</summary>
public sealed class SearchingCallsTests : IAsyncLifetime, IDisposable
{
    private const int Rows = 40;
    private const int PageSize = 4;

    private static readonly string[] Cities = ["Rome", "Oslo", "O'Hara \"x\" % _"];

    private readonly ScratchDirectory _scratch = new();
    private CoreHost _core = null!;
    private List<Known> _all = [];

    public async Task InitializeAsync()
    {
        // Row 1 is the header. Nothing runs by itself; what becomes of the calls is written by hand.
        _core = await CoreHost.OpenAsync(_scratch.Root);
        for (var batch = 1; batch <= 2; batch++)
        {
            var rows = Enumerable.Range(2, Rows).Select(row => $"{CoreHost.Number(row)},\"{City(row).Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row % 2}");
            await _core.LaunchAsync($"phone_number,city,topic\n{string.Join('\n', rows)}\n12,Rome,1\n");
            await _core.Service<BatchPreparer>().RunAsync(batch, default);
        }

        await RunAsync(
            """
            UPDATE calls SET epoch = key % 5 <> 3,
                status = CASE key % 5 WHEN 0 THEN 'completed' WHEN 1 THEN 'voicemail' WHEN 2 THEN 'failed' WHEN 3 THEN 'queued' ELSE 'no_answer' END,
                answered_by = CASE key % 5 WHEN 0 THEN 'human' WHEN 1 THEN 'voicemail' WHEN 4 THEN 'no_answer' END,
                answered_at = CASE WHEN key % 5 < 2 THEN created_at + 600000000 * (key % 7) END,
                ended_at = CASE WHEN key % 5 <> 3 THEN created_at + 600000000 * (key % 7) + 10000000 * (key % 11) END,
                error_code = CASE WHEN key % 5 = 2 THEN CASE key % 3 WHEN 0 THEN 'number_not_found' ELSE 'rejected' END END
            WHERE status <> 'skipped'
            """);
        await RunAsync(
            """
            INSERT INTO call_attempts (call_key, epoch, key, dial, status, provider, intended_at)
            SELECT key, 1, hex(randomblob(16)), 1, status, 'sandbox', created_at + 600000000 * (key % 7) FROM calls WHERE epoch = 1
            UNION ALL
            SELECT key, 2, hex(randomblob(16)), 2, status, 'sandbox', created_at + 6000000000 FROM calls WHERE epoch = 1
            """);
        _all = await ReadAllAsync();
    }

    [Fact]
    public async Task Who_answered_how_long_when_and_why_not_are_found_over_all_pages()
    {
        var start = _all[0].Call.CreatedAt;
        var (third, fifth) = (start + TimeSpan.FromMinutes(3), start + TimeSpan.FromMinutes(5));
        var (three, six) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(6));
        foreach (var batch in new int?[] { null, 2 })
        {
            foreach (var statuses in new CallStatus[][] { [], [CallStatus.Failed], [CallStatus.Completed, CallStatus.Voicemail, CallStatus.Queued], [CallStatus.Skipped] })
            {
                var filter = new CallFilter(batch, statuses);
                await CheckAsync(filter with { AnsweredBy = AnsweredBy.Human }, known => known.Call.AnsweredBy == AnsweredBy.Human);
                await CheckAsync(filter with { AnsweredBy = AnsweredBy.Voicemail }, known => known.Call.AnsweredBy == AnsweredBy.Voicemail);
                await CheckAsync(filter with { StartedFrom = third }, known => known.StartedAt >= third);
                await CheckAsync(filter with { StartedBefore = fifth }, known => known.StartedAt < fifth);
                await CheckAsync(filter with { StartedFrom = third, StartedBefore = fifth }, known => known.StartedAt >= third && known.StartedAt < fifth);
                await CheckAsync(filter with { StartedBefore = start.AddDays(-1) }, _ => false);
                await CheckAsync(filter with { SpokenAtLeast = three }, known => known.Spoken >= three);
                await CheckAsync(filter with { SpokenBelow = six }, known => known.Spoken < six);
                await CheckAsync(filter with { SpokenAtLeast = three, SpokenBelow = six }, known => known.Spoken >= three && known.Spoken < six);
                await CheckAsync(filter with { ErrorCode = "rejected" }, known => known.Call.ErrorCode == "rejected");
                await CheckAsync(filter with { ErrorCode = SkipCodes.Invalid }, known => known.Call.ErrorCode == SkipCodes.Invalid);
                await CheckAsync(
                    filter with { Number = CoreHost.Number(5), AnsweredBy = AnsweredBy.Human },
                    known => known.Call.ToNumber == CoreHost.Number(5) && known.Call.AnsweredBy == AnsweredBy.Human);
                await CheckAsync(
                    filter with { AnsweredBy = AnsweredBy.Human, StartedFrom = third, SpokenAtLeast = three },
                    known => known.Call.AnsweredBy == AnsweredBy.Human && known.StartedAt >= third && known.Spoken >= three);
            }
        }
    }

    [Fact]
    public async Task Variables_of_a_file_are_found_by_their_whole_value()
    {
        foreach (var statuses in new CallStatus[][] { [], [CallStatus.Failed, CallStatus.Queued] })
        {
            var filter = new CallFilter(2, statuses);
            foreach (var city in Cities)
                await CheckAsync(filter with { Variables = [new("city", city)] }, known => City(known.Row) == city);
            await CheckAsync(
                filter with { Variables = [new("city", "Rome"), new("topic", "1")] }, known => City(known.Row) == "Rome" && known.Row % 2 == 1);
            await CheckAsync(filter with { Variables = [new("city", "Rome")], AnsweredBy = AnsweredBy.Human }, known => City(known.Row) == "Rome" && known.Call.AnsweredBy == AnsweredBy.Human);
            foreach (var nothing in new CallVariable[] { new("city", "Rom"), new("city", "rome"), new("town", "Rome"), new("City", "Rome"), new("city", "' OR 1=1 --") })
                await CheckAsync(filter with { Variables = [nothing] }, _ => false);
        }

        await CheckAsync(new CallFilter(2, [CallStatus.Skipped]) { Variables = [new("city", "Rome")] }, _ => true);
        await CheckAsync(new CallFilter(2, [CallStatus.Skipped]) { Variables = [new("city", "Oslo")] }, _ => false);
    }

    [Theory]
    [InlineData("city", "Rome", 1)]
    [InlineData("age", "7", 2)]
    [InlineData("age", "7.0", 0)]
    [InlineData("vip", "true", 2)]
    [InlineData("vip", "1", 0)]
    [InlineData("guest.name", "Eve", 2)]
    [InlineData("guest.first name", "Eve", 1)]
    [InlineData("a.b", "flat", 1)]
    [InlineData("quo\"te", "x", 1)]
    [InlineData("guest", "Eve", 0)]
    public async Task Variables_of_call_objects_are_found_as_prompts_name_them(string name, string value, int expected)
    {
        const string Body =
            """
            {"global":{"task":"Hello.","start_time":"2099-01-01 09:00:00"},"call_objects":[
                {"phone_number":"+12123001000","request_data":{"city":"Rome","a.b":"flat","quo\"te":"x"}},
                {"phone_number":"+12123001001","request_data":{"age":7,"vip":true,"guest":{"name":"Eve","first name":"Eve"}}},
                {"phone_number":"+12123001002","request_data":{"age":"7","vip":"true","guest":{"name":"Eve"}}}]}
            """;
        using var body = (await _core.Service<ReceivedFiles>().SaveAsync(new MemoryStream(Encoding.UTF8.GetBytes(Body)), ".json", name: null, default)).Value;
        Assert.True((await _core.Service<BatchRequestService>().CreateAsync(body, new BatchRequester("tests", "tests", null), default)).IsSuccess);
        await _core.Service<BatchPreparer>().RunAsync(3, default);

        var found = await _core.Service<CallQueries>().SearchAsync(
            new CallFilter(3, []) { Variables = [new(name, value)] }, 10, null, ascending: true, default);

        Assert.Equal(expected, found.Calls.Count);
    }

    [Fact]
    public async Task Variables_are_not_asked_for_without_a_batch() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _core.Service<CallQueries>().SearchAsync(
            new CallFilter(null, []) { Variables = [new("city", "Rome")] }, 10, null, ascending: true, default));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_search_that_ends_before_its_page_is_full_says_where_and_goes_on_from_there(bool ascending)
    {
        await _core.LaunchAsync(CoreHost.Numbers(CallQueries.MostSearched + 100));
        await _core.Service<BatchPreparer>().RunAsync(3, default);
        await RunAsync("UPDATE calls SET answered_by = 'human' WHERE key IN ((3 << 24) + 5, (3 << 24) + 10098)");
        CallKey[] expected = ascending ? [new(3, 5), new(3, 10098)] : [new(3, 10098), new(3, 5)];
        var filter = new CallFilter(3, []) { AnsweredBy = AnsweredBy.Human };

        var first = await _core.Service<CallQueries>().SearchAsync(filter, PageSize, null, ascending, default);
        var second = await _core.Service<CallQueries>().SearchAsync(filter, PageSize, first.SearchedTo, ascending, default);
        var one = await _core.Service<CallQueries>().SearchAsync(filter, 1, null, ascending, default);

        Assert.Equal(new CallKey(3, ascending ? 10001 : 102), first.SearchedTo);
        Assert.Equal([expected[0]], first.Calls.Select(call => call.Key));
        Assert.Equal([expected[1]], second.Calls.Select(call => call.Key));
        Assert.Null(second.SearchedTo);
        Assert.Equal(first.Calls, one.Calls);
        Assert.Null(one.SearchedTo);
    }

    [Fact]
    public async Task A_search_looks_at_calls_by_their_keys_alone()
    {
        await using var context = await _core.Service<Database>().ReadAsync(default);
        context.Database.OpenConnection();
        var filter = new CallFilter(1, [CallStatus.Failed])
        {
            AnsweredBy = AnsweredBy.Human,
            StartedFrom = DateTimeOffset.UnixEpoch,
            SpokenBelow = TimeSpan.FromSeconds(1),
            ErrorCode = "rejected",
            Variables = [new("city", "Rome")],
        };
        var layout = (await _core.Service<BatchQueries>().GetManyAsync([1], default)).Single().Plan.Layout;
        var search = new CallSearch(context, filter, layout, ascending: true);

        Assert.Equal(["SEARCH calls USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"], Plan(context, search.KeysSql));
        var steps = Plan(context, search.MatchSql);
        Assert.StartsWith("SCAN k VIRTUAL TABLE", steps[0], StringComparison.Ordinal);
        Assert.Equal("SEARCH c USING INTEGER PRIMARY KEY (rowid=?)", steps[1]);
        Assert.DoesNotContain(steps[2..], step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP", StringComparison.Ordinal));
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    public void Dispose() => _scratch.Dispose();

    private static string City(int row) => Cities[row % 3];

    /// <summary>Every page in both orders: nothing twice, nothing missing, nothing else.</summary>
    private async Task CheckAsync(CallFilter filter, Func<Known, bool> matches)
    {
        var expected = _all.Where(known => filter.BatchNumber is not { } batch || new CallKey(known.Call.Key).BatchNumber == batch)
            .Where(known => filter.Statuses.Count == 0 ? known.Call.Status != CallStatus.Skipped : filter.Statuses.Contains(known.Call.Status))
            .Where(matches).Select(known => new CallKey(known.Call.Key)).ToList();
        Assert.Equal(expected, await PagesAsync(filter, ascending: true));
        Assert.Equal(expected.AsEnumerable().Reverse(), await PagesAsync(filter, ascending: false));
    }

    private async Task<List<CallKey>> PagesAsync(CallFilter filter, bool ascending)
    {
        var keys = new List<CallKey>();
        while (true)
        {
            var page = await _core.Service<CallQueries>().SearchAsync(filter, PageSize, keys.Count == 0 ? null : keys[^1], ascending, default);
            Assert.Null(page.SearchedTo);
            keys.AddRange(page.Calls.Select(call => call.Key));
            if (page.Calls.Count < PageSize)
                return keys;
        }
    }

    private async Task<List<Known>> ReadAllAsync()
    {
        await using var context = await _core.Service<Database>().ReadAsync(default);
        var starts = await context.CallAttempts.Where(attempt => attempt.Epoch == 1)
            .Select(attempt => new { attempt.CallKey, attempt.IntendedAt }).ToDictionaryAsync(attempt => attempt.CallKey, attempt => attempt.IntendedAt);
        var calls = await context.Calls.AsNoTracking().OrderBy(call => call.Key).ToListAsync();
        Assert.Equal(2 * (Rows + 1), calls.Count);
        return [.. calls.Select(call => new Known(call, starts.TryGetValue(call.Key, out var start) ? start : null))];
    }

    private static List<string> Plan(DashboardDbContext context, string sql)
    {
        using var explain = context.Prepare($"EXPLAIN QUERY PLAN {sql}", ["@low", "@high", "@count", "@keys", .. Enumerable.Range(0, 9).Select(index => $"@p{index}")])
            .With([0L, 1L, 1L, "[]", .. Enumerable.Repeat<object?>(1L, 9)]);
        using var reader = explain.ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }

    private Task<int> RunAsync(string sql) => _core.Service<Database>().WriteAsync(
        WritePriority.Interactive, context => context.Database.ExecuteSqlRawAsync(sql), default);

    private sealed record Known(Call Call, DateTimeOffset? StartedAt)
    {
        public int Row => new CallKey(Call.Key).RowNumber;

        public TimeSpan? Spoken => Call.EndedAt - Call.AnsweredAt;
    }
}
