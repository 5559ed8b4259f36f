using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

public sealed class RestartTests(ITestOutputHelper output) : AppTest(output)
{
    [Fact]
    public async Task A_killed_app_starts_again_on_its_data_and_its_address()
    {
        var app = await StartAppAsync();
        var address = app.Address;

        await app.KillAsync();
        await app.RestartAsync();

        Assert.Equal(address, app.Address);
    }

    [Fact]
    public async Task An_app_that_is_asked_to_stop_ends_without_an_error()
    {
        var app = await StartAppAsync();

        await app.StopAsync();

        Assert.Empty(app.Log.Problems());
    }
}
