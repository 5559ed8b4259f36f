using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Search;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Tests.Search;

/// <summary>What is found for what somebody types, in a real database.</summary>
public sealed class SearchQueriesTests : IAsyncLifetime, IDisposable
{
    private readonly ScratchDirectory _scratch = new();
    private readonly List<BatchId> _batches = [];
    private CoreHost _core = null!;

    public async Task InitializeAsync()
    {
        _core = await CoreHost.OpenAsync(_scratch.Root);
        foreach (var name in new[] { "May reminders", "June Reminders", "Survey 100%", "Anrufe für Köln" })
        {
            _batches.Add(await _core.LaunchAsync("phone_number\n+12125550142\n+493012345678", draft => draft.Name = name));
            await _core.Service<BatchPreparer>().RunAsync(_batches.Count, default);
        }
    }

    [Theory]
    [InlineData("remind", "June Reminders", "May reminders")]
    [InlineData("  MAY rem ", "May reminders")]
    [InlineData("100%", "Survey 100%")]
    [InlineData("%", "")]
    [InlineData("100_", "")]
    [InlineData("für", "Anrufe für Köln")]
    [InlineData("nothing of the kind", "")]
    public async Task Batches_are_found_by_a_part_of_their_name_newest_first(string text, params string[] names) =>
        Assert.Equal(names.Where(name => name.Length > 0), (await FindAsync(text)).Batches.Select(batch => batch.Name));

    [Fact]
    public async Task A_batch_is_found_by_its_id_whole_or_begun_or_as_screens_show_it()
    {
        var id = _batches[1].ToString();

        foreach (var text in new[] { id, id.ToUpperInvariant(), id.Replace("-", "", StringComparison.Ordinal), id[..35], id[..23], $"{id[..4]}…{id[^4..]}", $"{id[..6]}...{id[^6..]}" })
            Assert.Equal(_batches[1], Assert.Single((await FindAsync(text)).Batches).Id);

        Assert.Equal(Enumerable.Reverse(_batches), (await FindAsync(id[..4])).Batches.Select(batch => batch.Id));
        Assert.Empty((await FindAsync(id[..3])).Batches);
        Assert.DoesNotContain(
            _batches[1], (await FindAsync($"{id[..4]}…{(id[^1] == '0' ? "1" : "0")}")).Batches.Select(batch => batch.Id));
    }

    [Theory]
    [InlineData("+12125550142")]
    [InlineData("212 555 0142")]
    [InlineData("(212) 555-0142")]
    [InlineData("1.212.555.0142")]
    [InlineData("12125550142")]
    public async Task Calls_are_found_by_their_number_in_any_spelling_before_and_after_numbers_are_indexed(string text)
    {
        CallKey[] expected = [new(4, 2), new(3, 2), new(2, 2), new(1, 2)];
        Assert.Equal(expected, (await FindAsync(text)).Calls.Select(call => call.Key));

        var indexer = _core.Service<IEnumerable<IHostedService>>().OfType<NumberIndexer>().Single();
        while (await indexer.IndexNextAsync(default))
        {
        }

        Assert.Equal(expected, (await FindAsync(text)).Calls.Select(call => call.Key));
    }

    [Fact]
    public async Task A_number_of_another_country_needs_no_plus()
    {
        Assert.Equal(4, (await FindAsync("493012345678")).Calls.Count);
        Assert.Equal(4, (await FindAsync("+49 30 12345678")).Calls.Count);
        Assert.Empty((await FindAsync("212 555 01")).Calls);
    }

    [Fact]
    public async Task A_call_is_found_by_its_id_and_a_strangers_id_finds_nothing()
    {
        var call = (await FindAsync("+12125550142")).Calls[0];

        Assert.Equal(call, Assert.Single((await FindAsync(call.Id.ToString())).Calls));
        Assert.Equal(0, (await FindAsync("01990000-0000-7000-8000-000000000000")).Count);
    }

    [Fact]
    public async Task At_most_eight_of_a_kind_are_found_and_nothing_for_too_little_or_too_much()
    {
        for (var more = 0; more < 6; more++)
        {
            await _core.LaunchAsync("phone_number\n+12125550142", draft => draft.Name = $"Reminders {more}");
            await _core.Service<BatchPreparer>().RunAsync(5 + more, default);
        }

        Assert.Equal(8, (await FindAsync("reminders")).Batches.Count);
        Assert.Equal(8, (await FindAsync("+12125550142")).Calls.Count);
        Assert.Equal(0, (await FindAsync(" r ")).Count);
        Assert.Equal(0, (await FindAsync(new string('r', SearchQueries.MaxLength + 1))).Count);
    }

    [Fact]
    public async Task A_search_that_nobody_waits_for_any_more_ends() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _core.Service<SearchQueries>().FindAsync("reminders", new CancellationToken(canceled: true)));

    [Fact]
    public async Task No_table_is_read_through_for_an_id_or_a_number()
    {
        await using var context = await _core.Service<Database>().ReadAsync(default);

        Assert.DoesNotContain(Plan(context, context.BatchesWith(new ShortBatchId("0199", "F3C2"), 8)), step => step.StartsWith("SCAN", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Plan(context, context.CallsTo(new PhoneNumber("+12125550142"), null)),
            step => step.StartsWith("SCAN c", StringComparison.Ordinal) || step.StartsWith("SCAN n", StringComparison.Ordinal));
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    public void Dispose() => _scratch.Dispose();

    private Task<SearchResults> FindAsync(string text) => _core.Service<SearchQueries>().FindAsync(text, default);

    private static List<string> Plan(DashboardDbContext context, IQueryable query)
    {
        context.Database.OpenConnection();
        using var command = query.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        using var reader = command.ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
            steps.Add(reader.GetString(3));
        Assert.NotEmpty(steps);
        return steps;
    }
}
