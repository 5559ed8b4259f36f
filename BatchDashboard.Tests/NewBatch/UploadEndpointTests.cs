using System.Net;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.NewBatch;

public sealed class UploadEndpointTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Address = "/uploads/0199a1b2-1111-7000-8000-00000000f3c2";

    [Fact]
    public async Task A_stranger_uploads_nothing()
    {
        using var visitor = shared.NewVisitor();

        var response = await visitor.PostAsync(Address);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_page_of_somebody_else_cannot_upload_with_the_operators_cookie()
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();

        var response = await visitor.PostAsync(Address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The page had expired.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_does_not_exist_takes_no_file_and_says_so()
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();

        var response = await visitor.PostAsync(Address, await visitor.LogoutTokenAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("This draft does not exist", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
