using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Tests.CallSettings;

public sealed class StartTimeTests
{
    [Theory]
    [InlineData("2026-07-10 09:30:00-07:00", "2026-07-10T16:30:00Z")]
    [InlineData("2026-07-10 09:30:00 -07:00", "2026-07-10T16:30:00Z")]
    [InlineData("2026-07-10 09:30:00+05:45", "2026-07-10T03:45:00Z")]
    [InlineData("2026-07-10 09:30:00", "2026-07-10T09:30:00Z")]
    [InlineData(" 2026-07-10 09:30 ", "2026-07-10T09:30:00Z")]
    [InlineData("2026-07-10T09:30:00Z", "2026-07-10T09:30:00Z")]
    [InlineData("2026-07-10T09:30:00.250Z", "2026-07-10T09:30:00.250Z")]
    [InlineData("2026-07-10T09:30:00+02:00", "2026-07-10T07:30:00Z")]
    [InlineData("9999-12-31 23:59:59", "9999-12-31T23:59:59Z")]
    public void A_time_is_read_with_its_zone_or_as_UTC(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), StartTime.Parse(text).Value);

    [Theory]
    [InlineData(""), InlineData("tomorrow"), InlineData("2026-07-10"), InlineData("10/07/2026 09:30")]
    [InlineData("2026-02-30 09:30:00"), InlineData("2026-07-10 25:00:00"), InlineData("2026-07-10 09:30:00+15:00")]
    [InlineData("2026-07-10 09:30:00 PST"), InlineData("0001-01-01 00:00:00+14:00")]
    [InlineData("2026-07-10 09:30:00Z+1")]
    public void Anything_else_is_refused_with_an_example(string text)
    {
        var error = StartTime.Parse(text).Error;

        Assert.Equal("bad_setting", error.Code);
        Assert.Equal("start_time", error.Field);
        Assert.Contains("2026-07-10 09:30:00-07:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_writes_it_in_the_spelling_of_the_API() =>
        Assert.Equal(
            "2026-07-10 09:30:00+00:00",
            CallSettingCatalog.ParseCell("start_time", "2026-07-10T09:30Z").Value!.GetValue<string>());
}
