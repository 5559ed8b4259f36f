using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Tests.Compliance.CallingHours;

public sealed class CallingRulesTextTests
{
    [Fact]
    public void What_is_written_becomes_rules()
    {
        var rules = CallingRulesText.Read(" Mon-Fri 09:00-20:00 ", "2026-12-25, 2027-01-01", " Europe/Berlin ").Value;
        Assert.Equal("mon-fri 09:00-20:00", rules.Hours);
        Assert.Equal([new DateOnly(2026, 12, 25), new DateOnly(2027, 1, 1)], rules.BlackoutDates);
        Assert.Equal("Europe/Berlin", rules.FallbackZone);
    }

    [Fact]
    public void Nothing_leaves_everything_to_the_installation()
    {
        var rules = CallingRulesText.Read("", " ", null).Value;
        Assert.Null(rules.Hours);
        Assert.Empty(rules.BlackoutDates);
        Assert.Null(rules.FallbackZone);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_and_where()
    {
        var errors = CallingRulesText.Read("nine to five", "25.12.2026", "Berlin").Errors;
        Assert.Equal(["calling_hours", "blackout_dates", "calling_timezone"], errors.Select(error => error.Field));
        Assert.Contains("“25.12.2026”", errors[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_says_when_how_fast_and_in_which_order()
    {
        var request = BatchRequestReader.Read(
            JsonNode.Parse(
                """
                {"calling_hours":"off","blackout_dates":["2026-12-25"],"calling_timezone":"America/New_York","priority":"7","ramp_up_seconds":60}
                """)!.AsObject(),
            withFile: false).Value;
        Assert.Equal(("off", "America/New_York"), (request.Calling.Hours, request.Calling.FallbackZone));
        Assert.Equal([new DateOnly(2026, 12, 25)], request.Calling.BlackoutDates);
        Assert.Equal((7, 60), (request.Priority, request.RampUpSeconds));
    }

    [Theory]
    [InlineData("""{"calling_hours":"21:00-08:00"}""", "calling_hours")]
    [InlineData("""{"blackout_dates":["tomorrow"]}""", "blackout_dates")]
    [InlineData("""{"calling_timezone":"EST5"}""", "calling_timezone")]
    [InlineData("""{"priority":101}""", "priority")]
    [InlineData("""{"ramp_up_seconds":-1}""", "ramp_up_seconds")]
    public void A_request_that_means_nothing_is_refused_at_its_field(string request, string field) =>
        Assert.Equal(field, BatchRequestReader.Read(JsonNode.Parse(request)!.AsObject(), withFile: false).Error.Field);
}
