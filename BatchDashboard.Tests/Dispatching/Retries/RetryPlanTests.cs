using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Dispatching.Retries;

namespace BatchDashboard.Tests.Dispatching.Retries;

public sealed class RetryPlanTests
{
    [Theory]
    [InlineData("""{"busy":[60,600]}""", CallStatus.Busy, 0, 60)]
    [InlineData("""{"busy":[60,600]}""", CallStatus.Busy, 1, 600)]
    [InlineData("""{"busy":[60,600]}""", CallStatus.Busy, 2, null)]
    [InlineData("""{"busy":[60,600]}""", CallStatus.NoAnswer, 0, null)]
    [InlineData("""{"wait":600}""", CallStatus.NoAnswer, 0, 600)]
    [InlineData("""{"wait":600}""", CallStatus.NoAnswer, 1, null)]
    [InlineData("""{"wait":600,"times":2}""", CallStatus.Voicemail, 1, 600)]
    [InlineData("""{"wait":600,"times":0}""", CallStatus.Voicemail, 0, null)]
    [InlineData("""{"wait":600}""", CallStatus.Failed, 0, null)]
    [InlineData("""{"wait":600,"busy":[]}""", CallStatus.Busy, 0, null)]
    [InlineData("""{"wait":600,"failed":"30"}""", CallStatus.Failed, 0, 30)]
    [InlineData("""{"wait":600}""", CallStatus.Completed, 0, null)]
    public void The_waits_are_those_of_the_outcome(string setting, CallStatus outcome, int before, int? seconds)
    {
        var retry = CallSettingCatalog.Validate("retry", JsonNode.Parse(setting), "retry");
        Assert.True(retry.IsSuccess, retry.IsSuccess ? "" : retry.Error.Message);
        Assert.Equal(
            seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, RetryPlan.Of(retry.Value).WaitAfter(outcome, before));
    }

    [Theory]
    [InlineData("""{"busy":[5]}""", "retry.busy[0]")]
    [InlineData("""{"busy":60}""", "retry.busy")]
    [InlineData("""{"busy":[10,10,10,10,10,10,10,10,10,10,10]}""", "retry.busy")]
    [InlineData("""{"wait":1000000}""", "retry.wait")]
    [InlineData("""{"answered":[60]}""", "retry.answered")]
    public void A_plan_that_would_pester_people_or_means_nothing_is_refused_where_it_stands(string setting, string field) =>
        Assert.Equal(field, CallSettingCatalog.Validate("retry", JsonNode.Parse(setting), "retry").Error.Field);

    [Fact]
    public void Without_the_setting_nobody_is_called_twice() =>
        Assert.Null(RetryPlan.Of(null).WaitAfter(CallStatus.NoAnswer, 0));

    [Fact]
    public void A_cell_of_a_file_is_a_list_of_seconds() =>
        Assert.Equal("[60,600]", CallSettingCatalog.ParseCell("retry.no_answer", "60, 600").Value!.ToJsonString());
}
