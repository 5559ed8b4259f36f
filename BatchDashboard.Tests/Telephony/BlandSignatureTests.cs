using System.Text;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;

namespace BatchDashboard.Tests.Telephony;

/// <summary>What a signature proves, byte by byte.</summary>
public sealed class BlandSignatureTests
{
    private const string Signed = """{"call_id":"4ee3a5a4-9d2c-4c7b-8f0a-6e8fb1d7c001","status":"completed"}""";

    [Theory]
    [InlineData(Signed, false, BlandCallbackOutcome.UnknownCall)]
    [InlineData(Signed, true, BlandCallbackOutcome.UnknownCall)]
    [InlineData("""{"call_id":"4ee3a5a4-9d2c-4c7b-8f0a-6e8fb1d7c002","status":"completed"}""", false, BlandCallbackOutcome.NotSigned)]
    [InlineData(Signed + " ", false, BlandCallbackOutcome.NotSigned)]
    [InlineData("""{"call_id": "4ee3a5a4-9d2c-4c7b-8f0a-6e8fb1d7c001", "status": "completed"}""", false, BlandCallbackOutcome.NotSigned)]
    [InlineData("\ufeff" + Signed, false, BlandCallbackOutcome.NotSigned)]
    [InlineData("", false, BlandCallbackOutcome.NotSigned)]
    public async Task A_body_of_which_a_byte_was_changed_is_not_signed(string body, bool upperCase, BlandCallbackOutcome outcome)
    {
        await using var core = await CoreHost.StartAsync(("Providers:Bland:WebhookSecret", FakeBlandOptions.DefaultSecret));
        var signature = FakeCallbacks.Sign(Encoding.UTF8.GetBytes(Signed), FakeBlandOptions.DefaultSecret);

        var taken = await core.Service<BlandCallbacks>().TakeAsync(
            Encoding.UTF8.GetBytes(body), upperCase ? signature.ToUpperInvariant() : signature, default);

        Assert.Equal(outcome, taken);
    }
}
