using BatchDashboard.Web.Shared;

namespace BatchDashboard.Tests.Shared;

public sealed class VisibleTextTests
{
    [Theory]
    [InlineData("one\r\ntwo\nthree\rfour", "one↵two↵three↵four")]
    [InlineData("a\tb", "a⇥b")]
    [InlineData("a\u202Eb\u0007", "a[U+202E]b[U+0007]")]
    [InlineData("👩\u200D💻 ❤️\u200D🔥 👍🏽", "👩\u200D💻 ❤️\u200D🔥 👍🏽")]
    [InlineData("pay\u200Dpal", "pay[U+200D]pal")]
    public void What_is_hidden_is_shown_and_a_picture_stays_one(string text, string visible) =>
        Assert.Equal(visible, VisibleText.Of(text));
}
