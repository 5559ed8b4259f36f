using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.PhoneNumbers;
using CsCheck;

namespace BatchDashboard.Tests.Compliance.CallingHours;

public sealed class CallingClockTests
{
    private static readonly NumberZones Numbers = new();
    private static readonly PhoneNumber NewYork = new("+12125550123");
    private static readonly PhoneNumber LosAngeles = new("+13105550123");

    // A Monday, 10:00 in New York and 07:00 in Los Angeles.
    private static readonly DateTimeOffset Morning = new(2026, 11, 2, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_recipient_is_called_by_the_clock_where_the_number_is()
    {
        var clock = Clock("09:00-20:00");
        Assert.True(clock.Ask(NewYork, null, Morning).IsOpen);
        var west = clock.Ask(LosAngeles, null, Morning);
        Assert.Equal(
            (HoldCodes.OutsideHours, Morning.AddHours(2), "America/Los_Angeles"), (west.Code, west.Next, Assert.Single(west.Zones)));
        Assert.True(clock.Ask(LosAngeles, null, Morning.AddHours(2)).IsOpen);
    }

    [Fact]
    public void The_zone_of_the_row_wins_over_that_of_the_number() =>
        Assert.Equal(
            Morning.AddHours(2), Clock("09:00-20:00").Ask(NewYork, "America/Los_Angeles", Morning).Next);

    [Fact]
    public void A_number_of_several_zones_waits_for_all_of_them()
    {
        // Mobile numbers of Australia tell nothing of where in it they are: 09:00 in the west, and before 20:00 in the east.
        var mobile = new PhoneNumber("+61412345678");
        Assert.True(Numbers.Of(mobile).Count > 1);
        var clock = Clock("09:00-20:00");
        var zones = Numbers.Of(mobile).Select(TimeZoneInfo.FindSystemTimeZoneById).ToList();
        for (var at = Morning; at < Morning.AddDays(2); at = at.AddMinutes(7))
        {
            var everywhere = zones.All(zone => TimeZoneInfo.ConvertTime(at, zone).Hour is >= 9 and < 20);
            Assert.Equal(everywhere, clock.Ask(mobile, null, at).IsOpen);
        }
    }

    [Fact]
    public void A_number_without_a_zone_has_that_of_the_batch_or_is_held()
    {
        var satellite = new PhoneNumber("+881612345678");
        Assert.Empty(Numbers.Of(satellite));
        Assert.Equal(HoldCodes.ZoneUnknown, Clock("09:00-20:00").Ask(satellite, null, Morning).Code);
        var fallback = Clock(new CallingRules { Hours = "09:00-20:00", FallbackZone = "America/Los_Angeles" });
        Assert.Equal(Morning.AddHours(2), fallback.Ask(satellite, null, Morning).Next);
    }

    [Fact]
    public void Zones_in_which_the_hours_never_meet_are_like_none()
    {
        var tollFree = new PhoneNumber("+18005550123");
        Assert.True(Numbers.Of(tollFree).Count > 5);
        Assert.Equal(HoldCodes.ZoneUnknown, Clock("09:00-10:00").Ask(tollFree, null, Morning).Code);
    }

    [Fact]
    public void Nobody_is_called_on_a_blackout_date_of_their_own_calendar()
    {
        var clock = Clock(new CallingRules { Hours = "00:00-24:00", BlackoutDates = [new DateOnly(2026, 11, 2)] });
        var answer = clock.Ask(NewYork, null, Morning);
        Assert.Equal((HoldCodes.OutsideHours, new DateTimeOffset(2026, 11, 3, 0, 0, 0, TimeSpan.FromHours(-5))), (answer.Code, answer.Next));
    }

    [Fact]
    public void Rules_of_the_batch_win_over_those_of_the_installation_even_to_switch_them_off()
    {
        var installation = WeeklyHours.Parse("09:00-10:00").Value;
        var night = Morning.AddHours(-9);
        Assert.False(new CallingClock(CallingRules.None, installation, Numbers).Ask(NewYork, null, night).IsOpen);
        Assert.True(new CallingClock(new CallingRules { Hours = "off" }, installation, Numbers).Ask(NewYork, null, night).IsOpen);
    }

    /// <summary>
    /// The oracle goes the other way: from each minute of the local calendar to the moments that have it, none in the hour that
    /// is skipped in spring and two in the one that comes twice.
    /// </summary>
    [Fact]
    public void Over_changes_of_the_clocks_it_agrees_with_an_oracle_that_goes_from_local_time_to_moments()
    {
        string[] zones =
        [
            "America/New_York", "America/Phoenix", "America/St_Johns", "Europe/Berlin", "Europe/Dublin", "Africa/Casablanca",
            "Asia/Kathmandu", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Antarctica/Troll",
        ];
        var hours = Gen.Select(Gen.Int[0, 1438], Gen.Int[1, 1440]).Where(range => range.Item1 < range.Item2);
        Gen.Select(Gen.Int[0, zones.Length - 1].Select(index => zones[index]).List[1, 2], hours.List[1, 3], Gen.Int[0, 6], Gen.Int[0, 525_600], Gen.Bool).Sample(
            (names, ranges, blackout, minute, nearChange) =>
            {
                var infos = names.Select(TimeZoneInfo.FindSystemTimeZoneById).ToList();
                var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
                if (nearChange)
                    now = NearChange(infos[0], now);
                var text = string.Join(", ", ranges.Select(range => $"{Text(range.Item1)}-{Text(range.Item2)}"));
                var dark = DateOnly.FromDateTime(now.Date).AddDays(blackout - 1);
                var clock = Clock(new CallingRules { Hours = text, BlackoutDates = [dark] });

                var open = infos.Select(zone => OpenMinutes(zone, ranges, dark, now)).Aggregate((all, next) => [.. all.Intersect(next)]);
                for (var at = now; at < now.AddHours(30); at = at.AddMinutes(17))
                {
                    var answer = clock.Ask(names, at);
                    Assert.Equal(open.Contains(at), answer?.IsOpen ?? false);
                    var next = open.Where(moment => moment > at).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
                    if (next < now.AddDays(3) && answer is { IsOpen: false })
                        Assert.Equal(next, answer.Next);
                    else if (next < now.AddDays(3))
                        Assert.NotNull(answer);
                }
            },
            iter: 150);
    }

    private static HashSet<DateTimeOffset> OpenMinutes(
        TimeZoneInfo zone, IReadOnlyList<(int From, int To)> ranges, DateOnly dark, DateTimeOffset now)
    {
        var open = new HashSet<DateTimeOffset>();
        for (var day = now.Date.AddDays(-2); day < now.Date.AddDays(5); day = day.AddDays(1))
        {
            if (DateOnly.FromDateTime(day) == dark)
                continue;
            foreach (var local in ranges.SelectMany(range => Enumerable.Range(range.From, range.To - range.From)).Distinct()
                         .Select(minute => day.AddMinutes(minute)))
                open.UnionWith(MomentsOf(zone, local));
        }

        return open;
    }

    // By the offsets in force around it: the inverse functions of TimeZoneInfo are wrong where winter time is the exception.
    private static IEnumerable<DateTimeOffset> MomentsOf(TimeZoneInfo zone, DateTime local) =>
        Enumerable.Range(-1, 3)
            .Select(days => zone.GetUtcOffset(new DateTimeOffset(local, TimeSpan.Zero).AddDays(days)))
            .Distinct()
            .Select(offset => new DateTimeOffset(local, offset).ToUniversalTime())
            .Where(moment => TimeZoneInfo.ConvertTime(moment, zone).DateTime == local);

    private static DateTimeOffset NearChange(TimeZoneInfo zone, DateTimeOffset from)
    {
        for (var at = from; at < from.AddDays(370); at = at.AddHours(1))
        {
            if (zone.GetUtcOffset(at) != zone.GetUtcOffset(at.AddHours(1)))
                return at.AddHours(-12);
        }

        return from;
    }

    private static string Text(int minute) => FormattableString.Invariant($"{minute / 60:00}:{minute % 60:00}");

    private static CallingClock Clock(string hours) => Clock(new CallingRules { Hours = hours });

    private static CallingClock Clock(CallingRules rules) => new(rules, WeeklyHours.Off, Numbers);
}
