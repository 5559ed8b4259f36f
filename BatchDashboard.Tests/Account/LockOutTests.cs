using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Account;

public sealed class LockOutTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_is_refused_in_the_same_words_as_an_unknown_address()
    {
        using var visitor = shared.NewVisitor();
        for (var attempt = 0; attempt < 5; attempt++)
            await visitor.SignInAsync(RunningApp.OwnerEmail, "a wrong password");

        var locked = await visitor.SignInAsync();
        var unknown = await visitor.SignInAsync("nobody@example.com", RunningApp.OwnerPassword);

        Assert.Null(locked.Headers.Location);
        Assert.Equal(await ErrorOfAsync(unknown), await ErrorOfAsync(locked));
        Assert.Contains("locked for five minutes", await ErrorOfAsync(locked), StringComparison.Ordinal);
    }

    private static async Task<string> ErrorOfAsync(HttpResponseMessage response)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        return page.QuerySelector("[role=alert]")!.TextContent.Trim();
    }
}
