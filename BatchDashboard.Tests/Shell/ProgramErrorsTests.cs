using System.Net;
using System.Text.Json;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Shell;

public sealed class ProgramErrorsTests(ITestOutputHelper output) : AppTest(output)
{
    [Fact]
    public async Task A_failure_answers_programs_with_JSON_and_a_reference_that_stands_in_the_log()
    {
        var app = await StartAppAsync();
        using var api = app.CreateApiClient();
        using var visitor = app.NewVisitor();
        await visitor.SignInAsync();
        var token = await visitor.LogoutTokenAsync();
        await app.LoseTableAsync("batches");
        await app.LoseTableAsync("drafts");

        var newer = await api.GetAsync("/v2/batches/list");
        var older = await api.GetAsync("/v1/me");
        var upload = await visitor.PostAsync($"/uploads/{Guid.Empty}", token);

        Assert.Equal(HttpStatusCode.InternalServerError, newer.Status);
        Assert.Equal(JsonValueKind.Null, newer.Json.GetProperty("data").ValueKind);
        var error = newer.Json.GetProperty("errors")[0];
        Assert.Equal("INTERNAL_ERROR", error.GetProperty("error").GetString());
        await AssertLoggedAsync(app, error.GetProperty("message").GetString()!);
        Assert.Equal(HttpStatusCode.InternalServerError, older.Status);
        Assert.Equal("error", older.Json.GetProperty("status").GetString());
        await AssertLoggedAsync(app, older.Json.GetProperty("errors")[0].GetString()!);
        Assert.Equal(HttpStatusCode.InternalServerError, upload.StatusCode);
        await AssertLoggedAsync(app, JsonElement.Parse(await upload.Content.ReadAsStringAsync()).GetProperty("message").GetString()!);
    }

    private static async Task AssertLoggedAsync(RunningApp app, string message)
    {
        Assert.StartsWith("The server failed. Reference: ", message, StringComparison.Ordinal);
        var logged = $"its answer names the reference {message.Split(": ")[1]}.";
        await Eventually.TrueAsync(
            () => app.Log.Text.Contains(logged, StringComparison.Ordinal), TimeSpan.FromSeconds(10), () => $"the log says that {logged}");
    }
}
