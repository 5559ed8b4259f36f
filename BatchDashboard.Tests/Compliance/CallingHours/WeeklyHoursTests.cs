using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Tests.Compliance.CallingHours;

public sealed class WeeklyHoursTests
{
    // 2 November 2026 is a Monday.
    private static readonly DateTime Monday = new(2026, 11, 2);

    [Theory]
    [InlineData("08:00-21:00", 0, "08:00", true)]
    [InlineData("08:00-21:00", 6, "07:59", false)]
    [InlineData("08:00-21:00", 6, "20:59", true)]
    [InlineData("08:00-21:00", 0, "21:00", false)]
    [InlineData("mon-fri 09:00-20:00, sat 10:00-14:00", 4, "19:59", true)]
    [InlineData("mon-fri 09:00-20:00, sat 10:00-14:00", 5, "09:59", false)]
    [InlineData("mon-fri 09:00-20:00, sat 10:00-14:00", 5, "10:00", true)]
    [InlineData("mon-fri 09:00-20:00, sat 10:00-14:00", 6, "12:00", false)]
    [InlineData("MON 09:00 - 12:00; mon 13:00-18:00", 0, "12:30", false)]
    [InlineData("MON 09:00 - 12:00; mon 13:00-18:00", 0, "13:00", true)]
    [InlineData("sat-mon 09:00-10:00", 6, "09:30", true)]
    [InlineData("sat-mon 09:00-10:00", 0, "09:30", true)]
    [InlineData("sat-mon 09:00-10:00", 1, "09:30", false)]
    [InlineData("00:00-24:00", 3, "23:59", true)]
    [InlineData(" OFF ", 3, "03:00", true)]
    public void Hours_hold_on_their_days_from_the_first_minute_to_the_one_before_the_last(
        string text, int daysAfterMonday, string time, bool holds)
    {
        var at = Monday.AddDays(daysAfterMonday) + TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(holds, WeeklyHours.Parse(text).Value.Contains(at));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    [InlineData("always")]
    [InlineData("21:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-24:01")]
    [InlineData("8:00-21:00")]
    [InlineData("08:00-21:60")]
    [InlineData("08:00-25:00")]
    [InlineData("mo-fr 08:00-21:00")]
    [InlineData("mon-fri")]
    [InlineData("mon-fri 08:00-21:00, off")]
    [InlineData("08:00-21:00 America/New_York")]
    public void What_is_no_week_of_hours_is_refused_with_what_to_write(string text)
    {
        var error = WeeklyHours.Parse(text).Error;
        Assert.Equal(("bad_calling_hours", "calling_hours"), (error.Code, error.Field));
        Assert.Contains("08:00-21:00", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_is_kept_in_one_spelling()
    {
        Assert.Equal("mon-fri 09:00-20:00, sat 10:00-14:00", WeeklyHours.Parse(" Mon-Fri  09:00-20:00;sat 10:00-14:00, ").Value.Text);
        Assert.True(WeeklyHours.Parse("off").Value.IsOff);
    }
}
