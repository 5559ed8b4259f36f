using Xunit.Sdk;

namespace BatchDashboard.Tests.Support;

public sealed class EventuallyTests
{
    [Fact]
    public async Task It_asks_again_until_the_answer_is_yes()
    {
        var asked = 0;

        await Eventually.TrueAsync(() => ++asked == 3, TimeSpan.FromSeconds(30), "three questions");

        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task It_says_what_did_not_come()
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(
            () => Eventually.TrueAsync(() => false, TimeSpan.Zero, "the moon is blue"));

        Assert.Contains("the moon is blue", failure.Message, StringComparison.Ordinal);
    }
}
