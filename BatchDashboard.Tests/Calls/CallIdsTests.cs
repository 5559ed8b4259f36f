using BatchDashboard.Core.Calls;
using CsCheck;

namespace BatchDashboard.Tests.Calls;

public sealed class CallIdsTests
{
    private static readonly DateTimeOffset Created = new(2026, 5, 12, 9, 30, 0, 123, TimeSpan.Zero);

    private readonly CallIds _ids = Ids(1);

    [Fact]
    public void Every_key_comes_back_from_its_id() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, CallKey.MaxRow]).Sample((batch, row) =>
        {
            var key = new CallKey(batch, row);

            var (read, createdAt) = _ids.Read(_ids.Of(key, Created))!.Value;

            Assert.Equal(key, read);
            Assert.Equal(Created, createdAt);
        });

    [Fact]
    public void An_id_is_a_uuid_of_version_7_in_order_of_time()
    {
        var id = _ids.Of(new CallKey(12, 345), Created).Value;
        var later = _ids.Of(new CallKey(12, 346), Created.AddMilliseconds(1)).Value;

        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.True(string.CompareOrdinal(id.ToString(), later.ToString()) < 0);
    }

    [Fact]
    public void Ids_of_neighbours_tell_nothing_of_each_other()
    {
        var one = _ids.Of(new CallKey(1, 1), Created).ToString()[13..];
        var next = _ids.Of(new CallKey(1, 2), Created).ToString()[13..];

        Assert.InRange(one.Zip(next).Count(pair => pair.First == pair.Second), 0, 14);
    }

    [Fact]
    public void A_guessed_id_is_no_call()
    {
        var guesses = Enumerable.Range(0, 2000).Select(i => new CallId(Guid.CreateVersion7(Created.AddSeconds(i))));

        // 18 check bits let one in 262,144 through, which the creation time then refuses.
        Assert.InRange(guesses.Count(id => _ids.Read(id) is not null), 0, 1);
    }

    [Fact]
    public void An_id_of_a_time_that_no_calendar_has_is_no_call() =>
        // Its check bits are right.
        Assert.Null(_ids.Read(new CallId(new Guid("ffffffff-ffff-7c43-b989-42d9cb0861a6"))));

    [Fact]
    public void Another_installation_does_not_know_the_id() =>
        Assert.Null(Ids(2).Read(_ids.Of(new CallKey(7, 7), Created)));

    private static CallIds Ids(byte seed)
    {
        var ids = new CallIds();
        ids.Use([.. Enumerable.Repeat(seed, 32)]);
        return ids;
    }
}
