using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Web.Calls;

namespace BatchDashboard.Tests.Calls;

public sealed class CallReasonsTests
{
    public static TheoryData<string> OurOwnCodes =>
    [
        .. typeof(HoldCodes).GetFields().Select(code => (string)code.GetRawConstantValue()!),
        .. new[] { "busy", "no_answer", "voicemail", "failed" }.Select(outcome => $"retry_{outcome}"),
    ];

    [Theory]
    [MemberData(nameof(OurOwnCodes))]
    public void What_holds_a_call_is_not_said_to_be_the_words_of_the_provider(string code) =>
        Assert.DoesNotContain("provider says", CallReasons.Of(code).Words, StringComparison.Ordinal);
}
