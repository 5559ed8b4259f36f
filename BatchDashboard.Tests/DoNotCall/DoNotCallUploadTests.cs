using System.Text;
using System.Text.RegularExpressions;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.DoNotCall;

public sealed partial class DoNotCallUploadTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Address = "/do-not-call/uploads";

    [Theory]
    [InlineData(Address, true)]
    [InlineData("/do-not-call/export.csv", false)]
    [InlineData("/do-not-call", false)]
    [InlineData("/do-not-call/import", false)]
    public async Task A_stranger_is_sent_to_the_sign_in(string address, bool posts)
    {
        using var visitor = shared.NewVisitor();

        var response = posts ? await visitor.PostAsync(address, Form("phone\n+12125550123\n")) : await visitor.GetAsync(address);

        Assert.StartsWith("/login", visitor.DestinationOf(response), StringComparison.Ordinal);
        Assert.Empty(Uploads(shared.App));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("made up")]
    public async Task A_page_of_somebody_else_cannot_upload_with_the_operators_cookie(string? token)
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();
        var (name, _) = await visitor.LogoutTokenAsync();

        var response = await visitor.PostAsync(
            Address, Form("phone\n+12125550123\n", token is null ? null : (name, token)));

        Assert.Equal("/do-not-call/import?refused=expired", visitor.DestinationOf(response));
        Assert.Empty(Uploads(shared.App));
    }

    [Fact]
    public async Task A_form_without_a_file_leads_back_and_says_so()
    {
        using var visitor = shared.NewVisitor();
        await visitor.SignInAsync();

        var without = await visitor.PostAsync(Address, Form(null, await visitor.LogoutTokenAsync()));
        var noForm = await visitor.PostAsync(Address, await visitor.LogoutTokenAsync());

        Assert.Equal("/do-not-call/import?refused=nofile", visitor.DestinationOf(without));
        Assert.Equal("/do-not-call/import?refused=nofile", visitor.DestinationOf(noForm));
        Assert.Contains(
            "No file was chosen.",
            await (await visitor.GetAsync("/do-not-call/import?refused=nofile")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_stored_under_a_generated_name_and_one_over_the_limit_is_not()
    {
        await using var app = await RunningApp.StartAsync(new Dictionary<string, string> { ["Import:MaxFileMegabytes"] = "1" });
        using var visitor = app.NewVisitor();
        await visitor.SignInAsync();
        var token = await visitor.LogoutTokenAsync();

        var tooLarge = await visitor.PostAsync(Address, Form(new string('x', 5 * 1024 * 1024), token));
        Assert.Equal("/do-not-call/import?refused=toolarge", visitor.DestinationOf(tooLarge));
        Assert.Empty(Uploads(app));

        var taken = await visitor.PostAsync(Address, Form("phone\n+12125550123\n", token));
        Assert.Matches(ImportAddress(), visitor.DestinationOf(taken)!);
        Assert.Matches("^[0-9a-f]{32}[.]dnc[.]csv$", Path.GetFileName(Assert.Single(Uploads(app))));
    }

    [GeneratedRegex(@"^/do-not-call/import/[0-9a-f-]{36}\?name=list\.csv$")]
    private static partial Regex ImportAddress();

    private static IEnumerable<string> Uploads(RunningApp app) =>
        Directory.EnumerateFiles(Path.Combine(app.DataDirectory, "uploads"));

    private static MultipartFormDataContent Form(string? csv, (string Name, string Value)? token = null)
    {
        var form = new MultipartFormDataContent();
        if (token is (var name, var value))
            form.Add(new StringContent(value), name);
        if (csv is not null)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "list.csv");
        return form;
    }
}
