using BatchDashboard.Core.Dispatching.Lines;
using CsCheck;

namespace BatchDashboard.Tests.Dispatching.Lines;

public sealed class LineSharesTests
{
    [Fact]
    public void Batches_that_want_lines_get_the_same() =>
        Assert.Equal([4, 3, 3], Rooms(10, Wants(1), Wants(2), Wants(3)));

    [Fact]
    public void What_one_does_not_want_is_for_the_others() =>
        Assert.Equal([2, 4, 4], Rooms(10, Wants(1, limit: 2), Wants(2), Wants(3)));

    [Fact]
    public void A_higher_priority_takes_all_it_wants_first() =>
        Assert.Equal([0, 8, 2], Rooms(10, Wants(1), Wants(2, limit: 8, priority: 2), Wants(3, priority: 1)));

    [Fact]
    public void Nobody_who_holds_more_than_its_share_gets_another_one_and_lines_that_are_free_are_not_kept_back() =>
        Assert.Equal([0, 2], Rooms(10, Wants(1, inFlight: 8), Wants(2)));

    [Fact]
    public void Lines_of_batches_that_want_no_more_are_taken() =>
        Assert.Equal([0, 7], Rooms(10, new LineUser(1, 0, "p", 3, int.MaxValue, Wants: false), Wants(2)));

    [Fact]
    public void Without_a_capacity_only_the_batch_itself_is_a_limit()
    {
        Assert.Equal(int.MaxValue - 4, LineShares.RoomFor(1, [Wants(1, inFlight: 4)], capacity: 0));
        Assert.Equal(1, LineShares.RoomFor(1, [Wants(1, inFlight: 4, limit: 5)], capacity: 0));
        Assert.Equal(0, LineShares.RoomFor(1, [Wants(1, inFlight: 6, limit: 5)], capacity: 0));
    }

    /// <summary>Each takes its room in any order, over and over: never too many, and none idle that somebody could use.</summary>
    [Fact]
    public void However_they_come_no_line_is_given_twice_and_none_stays_unused()
    {
        var users = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 8], Gen.Int[1, 12], Gen.Bool, (priority, inFlight, limit, wants) =>
            new LineUser(0, priority, "p", Math.Min(inFlight, limit), limit, wants)).Array[1, 6];
        Gen.Select(users, Gen.Int[1, 20], Gen.Int).Sample((drawn, capacity, seed) =>
        {
            var all = drawn.Select((user, index) => user with { Batch = index + 1 }).ToList();
            var held = all.Sum(user => user.InFlight);
            var random = new Random(seed);
            for (var round = 0; round < 4; round++)
            {
                foreach (var batch in all.Where(user => user.Wants).Select(user => user.Batch).OrderBy(_ => random.Next()).ToList())
                {
                    var at = all.FindIndex(user => user.Batch == batch);
                    all[at] = all[at] with { InFlight = all[at].InFlight + LineShares.RoomFor(batch, all, capacity) };
                    Assert.True(all[at].InFlight <= all[at].Limit);
                }
            }

            var inFlight = all.Sum(user => user.InFlight);
            var couldUse = all.Where(user => user.Wants).Sum(user => user.Limit - user.InFlight);
            Assert.True(inFlight <= Math.Max(capacity, held));
            Assert.True(inFlight >= capacity || couldUse == 0 || HoldsMoreThanItsShare(drawn, capacity));
        });
    }

    // Calls that go on from before keep their lines, and whoever has fewer must wait for them; lines may then be kept for it.
    private static bool HoldsMoreThanItsShare(LineUser[] users, int capacity) => users.Any(user => user.InFlight > capacity / users.Length);

    private static LineUser Wants(int batch, int inFlight = 0, int limit = int.MaxValue, int priority = 0) =>
        new(batch, priority, "p", inFlight, limit, Wants: true);

    private static int[] Rooms(int capacity, params LineUser[] users) =>
        [.. users.Select(user => LineShares.RoomFor(user.Batch, users, capacity))];
}
