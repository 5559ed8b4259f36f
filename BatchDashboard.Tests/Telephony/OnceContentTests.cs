using BatchDashboard.Core.Telephony.Bland;

namespace BatchDashboard.Tests.Telephony;

public sealed class OnceContentTests
{
    [Fact]
    public async Task A_body_leaves_once_and_knows_that_it_did()
    {
        using var body = new OnceContent("{}"u8.ToArray());
        using var wire = new MemoryStream();
        Assert.False(body.HasLeft);

        await body.CopyToAsync(wire);
        await Assert.ThrowsAsync<HttpRequestException>(() => body.CopyToAsync(wire));

        Assert.True(body.HasLeft);
        Assert.Equal("{}"u8.ToArray(), wire.ToArray());
    }
}
