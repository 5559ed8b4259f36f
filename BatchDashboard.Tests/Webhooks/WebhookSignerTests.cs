using System.Text;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Webhooks;
using BatchDashboard.Tests.Support;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Tests.Webhooks;

public sealed class WebhookSignerTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    // The example of the specification's reference library, and the same by openssl dgst -sha256 -hmac.
    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public async Task Signatures_are_those_of_the_standard(string secret, string signature)
    {
        await using var core = await CoreHost.OpenAsync(_scratch.Root);
        var headers = Of(core, secret)
            .Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("{\"test\": 2432232314}"))
            .ToDictionary(header => header.Name, header => header.Value);

        Assert.Equal(signature, headers["webhook-signature"]);
        Assert.Equal("1614265330", headers["webhook-timestamp"]);
        Assert.Equal("msg_p5jXN8AQM9LWM0D4loKWxJek", headers["webhook-id"]);
    }

    [Fact]
    public async Task The_simple_signature_is_the_hmac_of_the_body()
    {
        await using var core = await CoreHost.OpenAsync(_scratch.Root);
        // printf '%s' '{"a":1}' | openssl dgst -sha256 -hmac 'a secret of ours'
        var signed = Of(core, "a secret of ours").Sign("msg_1", DateTimeOffset.UnixEpoch, Encoding.UTF8.GetBytes("{\"a\":1}"));

        Assert.Contains(("X-Webhook-Signature", "fc75c0eef851ea1c0ab2f96c284dca92fa2c5746b36fd6b7aa2003dea61d576e"), signed);
    }

    [Fact]
    public async Task A_secret_that_was_made_is_kept_and_can_be_replaced()
    {
        await using var core = await CoreHost.OpenAsync(_scratch.Root);
        var first = Of(core, null);
        await first.LoadAsync(default);
        Assert.StartsWith("whsec_", first.Secret, StringComparison.Ordinal);

        var second = Of(core, null);
        await second.LoadAsync(default);
        Assert.Equal(first.Secret, second.Secret);
        await second.ReplaceAsync(default);
        Assert.NotEqual(first.Secret, second.Secret);

        var third = Of(core, null);
        await third.LoadAsync(default);
        Assert.Equal(second.Secret, third.Secret);
    }

    public void Dispose() => _scratch.Dispose();

    private static WebhookSigner Of(CoreHost core, string? secret) => new(
        Options.Create(new WebhookOptions { SigningSecret = secret }), core.Service<Database>(), core.Service<ISecretProtector>());
}
