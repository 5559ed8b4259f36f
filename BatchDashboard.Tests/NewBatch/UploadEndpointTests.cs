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

    [Theory]
    [InlineData("list.csv")]
    [InlineData("../../etc/\u202Efdp.csv")]
    public async Task The_file_comes_back_as_it_went_under_its_own_name(string name)
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();
        byte[] file = [0xEF, 0xBB, 0xBF, .. "phone;name\r12125550123;\"A\r"u8, 0xFF, .. "\"\r\n"u8];
        var address = await visitor.StartBatchAsync();

        var sent = await visitor.UploadAsync(address, new ByteArrayContent(file), name);
        var back = await visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.Equal(file, await back.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", back.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(name, back.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Fact]
    public async Task A_stranger_gets_no_file_and_a_draft_without_one_gives_none()
    {
        using var stranger = shared.NewVisitor();
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();

        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GetAsync(Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Address)).StatusCode);
    }
}
