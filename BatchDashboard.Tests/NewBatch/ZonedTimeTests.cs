using System.Globalization;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.NewBatch.Launch;

namespace BatchDashboard.Tests.NewBatch;

public sealed class ZonedTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-07-01T09:00", "2026-07-01T09:00:00+02:00")]
    [InlineData("2026-03-29T02:30", "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-10-25T02:30", "2026-10-25T02:30:00+02:00")]
    public void A_time_that_is_skipped_moves_forward_and_of_a_double_one_the_first_counts(string local, string expected)
    {
        var moment = ZonedTime.Of(DateTime.Parse(local, CultureInfo.InvariantCulture), Berlin);

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).UtcDateTime, moment.UtcDateTime);
    }

    [Theory]
    [InlineData("2027-07-01T09:05")]
    [InlineData("0002-07-01T09:05")]
    [InlineData("2027-07-01T09:05:30")]
    public void A_field_that_was_read_is_written_back_to_the_minute(string text)
    {
        var moment = ZonedTime.Read(text, Berlin);

        Assert.Equal(text[..16], ZonedTime.Write(moment, Berlin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("tomorrow")]
    public void A_field_without_a_time_leaves_it_to_be_chosen(string text)
    {
        Assert.Equal(BatchDraft.TimeToBeChosen, ZonedTime.Read(text, Berlin));
        Assert.Equal("", ZonedTime.Write(BatchDraft.TimeToBeChosen, Berlin));
    }

    [Fact]
    public void The_zone_is_named_with_its_offset_of_that_day()
    {
        var winter = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal("Europe/Berlin (UTC+01:00)", ZonedTime.NameOf(Berlin, winter));
    }
}
