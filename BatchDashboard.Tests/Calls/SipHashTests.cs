using BatchDashboard.Core.Calls;

namespace BatchDashboard.Tests.Calls;

public sealed class SipHashTests
{
    /// <summary>The vector of 16 bytes that comes with the authors' own implementation.</summary>
    [Fact]
    public void The_bytes_from_0_to_15_under_the_key_of_the_same_bytes_have_the_published_hash() =>
        Assert.Equal(
            0x3f2acc7f57c29bdbUL,
            new SipHash([.. Enumerable.Range(0, 16).Select(value => (byte)value)]).Of(0x0706050403020100, 0x0f0e0d0c0b0a0908));
}
