using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace BatchDashboard.Tests.Compliance;

public sealed class DoNotCallListTests : IAsyncLifetime
{
    private static readonly PhoneNumber Emily = new("+12125550123");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Monday);
    private CoreHost _core = null!;
    private DoNotCallList _list = null!;
    private DoNotCallQueries _queries = null!;

    public async Task InitializeAsync()
    {
        _core = await CoreHost.StartAsync();
        _list = new DoNotCallList(_core.Service<Database>(), _core.Service<PhoneGate>(), _time);
        _queries = new DoNotCallQueries(_core.Service<Database>(), _core.Service<PhoneGate>(), _time);
    }

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Theory]
    [InlineData("+1 212 555 0123", "US")]
    [InlineData("(212) 555-0123", "US")]
    [InlineData("tel:+1-212-555-0123", "DE")]
    [InlineData("'+12125550123", "DE")]
    public async Task A_number_is_found_in_whatever_spelling_it_was_added(string spelling, string country)
    {
        await AddAsync(spelling, "asked by phone", country: country);

        var answer = (await _queries.LookUpAsync(spelling, country, default)).Value;

        Assert.Equal(Emily, answer.Number);
        Assert.True(answer.IsBlocked);
        Assert.Equal("asked by phone", answer.Entry!.Reason);
        Assert.Equal(DoNotCallSource.Manual, answer.Entry.Source);
        Assert.Equal("anna", answer.Entry.AddedBy);
        Assert.Equal(Monday, answer.Entry.AddedAt);
        Assert.True(await _queries.IsBlockedAsync(Emily, default));
        Assert.False(await _queries.IsBlockedAsync(new("+12125550124"), default));
    }

    [Fact]
    public async Task Pasted_text_is_taken_number_by_number_and_what_is_none_is_listed_with_its_line()
    {
        var outcome = await AddAsync(
            "+12125550101, +12125550102;(212) 555-0103\r\n\r\nJohn\t+12125550104\n911\n+12125550101", "");

        Assert.Equal("4 added, 1 on the list already, 2 refused", outcome.Words);
        Assert.Equal(
            [(3, "not_a_number"), (4, "emergency")], outcome.FirstRefused.Select(refused => (refused.Line, refused.Problem.Code)));
        Assert.StartsWith("“John” has letters in it", outcome.FirstRefused[0].Problem.Message, StringComparison.Ordinal);
        Assert.Equal(4, await _queries.CountAsync(default));
    }

    [Fact]
    public async Task An_empty_text_a_long_reason_and_an_expiry_in_the_past_are_refused()
    {
        Assert.Equal("no_numbers", (await TryAddAsync(" \n ;", new("", DoNotCallSource.Manual))).Error.Code);
        var tooLong = new DoNotCallTerms(new string('x', 501), DoNotCallSource.Manual);
        Assert.Equal("reason_too_long", (await TryAddAsync("+12125550123", tooLong)).Error.Code);
        Assert.Equal("expiry_past", (await TryAddAsync("+12125550123", new("", DoNotCallSource.Manual, Monday))).Error.Code);
        Assert.Equal(0, await _queries.CountAsync(default));
    }

    [Fact]
    public async Task Adding_a_number_again_only_strengthens_it_and_its_origin_stays()
    {
        await AddAsync("+12125550123", "asked once", Monday.AddDays(30));
        _time.Advance(TimeSpan.FromDays(1));

        var shorter = await AddAsync("+12125550123", "asked twice", Monday.AddDays(7), by: "ben");
        await AddAsync("+12125550123", "", Monday.AddDays(8), by: "ben");
        var same = (await _queries.LookUpAsync(Emily, default)).Entry!;
        await AddAsync("+12125550123", "asked again", null, by: "ben");
        var longer = (await _queries.LookUpAsync(Emily, default)).Entry!;

        Assert.Equal((0, 1), (shorter.Added, shorter.AlreadyThere));
        Assert.Equal(("asked twice", Monday.AddDays(30)), (same.Reason, same.ExpiresAt));
        Assert.Equal(("asked again", null), (longer.Reason, longer.ExpiresAt));
        Assert.Equal(("anna", Monday), (longer.AddedBy, longer.AddedAt));
    }

    [Fact]
    public async Task An_entry_blocks_nothing_from_its_expiry_on_and_can_be_added_anew()
    {
        await AddAsync("+12125550123", "for a week", Monday.AddDays(7));
        _time.SetUtcNow(Monday.AddDays(7).AddTicks(-1));
        Assert.True(await _queries.IsBlockedAsync(Emily, default));

        _time.SetUtcNow(Monday.AddDays(7));
        Assert.False(await _queries.IsBlockedAsync(Emily, default));
        Assert.Single(await ListAsync(new(Expired: true)));
        Assert.Empty(await ListAsync(new(Expired: false)));

        var outcome = await AddAsync("+12125550123", "", Monday.AddDays(9), by: "ben");
        var entry = (await _queries.LookUpAsync(Emily, default)).Entry!;
        Assert.Equal(1, outcome.Added);
        Assert.Equal(("", "ben", Monday.AddDays(7)), (entry.Reason, entry.AddedBy, entry.AddedAt));
    }

    [Fact]
    public async Task A_removal_needs_a_reason_and_everything_done_to_a_number_is_on_record()
    {
        await AddAsync("+12125550123", "asked by phone");
        await AddAsync("+12125550123", "asked by mail", by: "ben");
        await AddAsync("+12125550123", "asked by mail", by: "ben");

        var without = await _list.RemoveAsync(Emily, "  ", "carla", default);
        Assert.Equal("reason_missing", without.Error.Code);
        Assert.True(await _queries.IsBlockedAsync(Emily, default));

        Assert.True((await _list.RemoveAsync(Emily, "gave consent", "carla", default)).IsSuccess);
        var answer = await _queries.LookUpAsync(Emily, default);
        Assert.False(answer.IsBlocked);
        Assert.Null(answer.Entry);
        Assert.Equal(
            [
                (AuditAction.DoNotCallRemoved, "carla", "gave consent"),
                (AuditAction.DoNotCallRenewed, "ben", "asked by mail"),
                (AuditAction.DoNotCallAdded, "anna", "asked by phone"),
            ],
            answer.History.Select(line => (line.Action, line.Actor, line.Reason)));
        Assert.Equal("not_on_the_list", (await _list.RemoveAsync(Emily, "twice", "carla", default)).Error.Code);
    }

    [Theory]
    [InlineData("555 0123", 1)]
    [InlineData("(0212) 555-01", 2)]
    [InlineData("LAWYER", 1)]
    [InlineData("100%", 1)]
    [InlineData("4711", 1)]
    [InlineData("no such thing", 0)]
    [InlineData("_", 0)]
    [InlineData("0%s", 0)]
    public async Task The_list_is_searched_by_a_part_of_the_number_or_of_the_reason(string text, int found)
    {
        await AddAsync("+12125550123", "Letter of his lawyer, ticket 4711");
        await AddAsync("+12125550124", "100% sure");

        Assert.Equal(found, (await ListAsync(new(text))).Count);
        Assert.Empty(await ListAsync(new(text, DoNotCallSource.Import)));
    }

    [Fact]
    public async Task The_list_is_paged_from_the_newest_on_without_losing_or_repeating_an_entry()
    {
        await AddAsync(string.Join('\n', Enumerable.Range(0, 5).Select(CoreHost.Number)), "first");
        _time.Advance(TimeSpan.FromMinutes(1));
        await AddAsync(string.Join('\n', Enumerable.Range(5, 5).Select(CoreHost.Number)), "second");

        var seen = new List<DoNotCallEntry>();
        while (await _queries.ListAsync(DoNotCallFilter.All, 3, PositionBehind(seen), default) is { Count: > 0 } page)
            seen.AddRange(page);

        Assert.Equal(10, seen.Select(entry => entry.Number).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(entry => entry.AddedAt).ThenByDescending(entry => entry.Number), seen);
    }

    // As it travels in the address of a page.
    private static DoNotCallPosition? PositionBehind(List<DoNotCallEntry> seen) =>
        seen.Count == 0 ? null : DoNotCallPosition.Parse(DoNotCallPosition.Of(seen[^1]).ToString());

    private Task<IReadOnlyList<DoNotCallEntry>> ListAsync(DoNotCallFilter filter) => _queries.ListAsync(filter, 50, null, default);

    private async Task<DoNotCallOutcome> AddAsync(
        string text, string reason, DateTimeOffset? expires = null, string country = "US", string by = "anna") =>
        (await _list.AddAsync(text, country, new(reason, DoNotCallSource.Manual, expires), by, default)).Value;

    private Task<Core.Result<DoNotCallOutcome>> TryAddAsync(string text, DoNotCallTerms terms) =>
        _list.AddAsync(text, "US", terms, "anna", default);
}
