using System.Text;
using BatchDashboard.Tests.EndToEnd;
using BatchDashboard.Tests.Support;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Shell;

/// <summary>What is pressed in the moment in which a circuit takes a page over.</summary>
public sealed class TakeoverTests(Browser browser, ITestOutputHelper output) : BrowserTest(browser, output)
{
    [Fact]
    public async Task A_link_that_is_pressed_while_the_page_is_taken_over_leads_where_it_says()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        var (begun, pressed) = (new TaskCompletionSource(), new TaskCompletionSource());
        await HoldCircuitAsync(page, begun, pressed.Task);

        await page.GotoAsync("/calls");
        await begun.Task;
        await page.GetByRole(AriaRole.Link, new() { Name = "Do-not-call" }).ClickAsync();
        pressed.SetResult();

        await page.UntilInteractiveAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Do-not-call list");
        Assert.EndsWith("/do-not-call", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_heading_takes_no_focus_from_whoever_is_at_work_when_the_page_is_taken_over()
    {
        var app = await StartAppAsync();
        var page = (await OpenWindowAsync(app.Address)).Page;
        await page.SignInAsync();
        var focused = new TaskCompletionSource();
        await HoldFirstRenderAsync(page, focused.Task);
        await page.OpenAsync("/calls");
        var live = page.GetByRole(AriaRole.Button, new() { Name = "Live: pause live updates" });

        await live.FocusAsync();
        await page.RunAndWaitForResponseAsync(
            () =>
            {
                focused.SetResult();
                return Task.CompletedTask;
            },
            response => response.Url.Contains("/preferences.", StringComparison.Ordinal));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Updates paused") })).ToBeFocusedAsync();
    }

    // The circuit has been asked for with the page's address; its answer is held back.
    private static Task HoldCircuitAsync(IPage page, TaskCompletionSource begun, Task released) =>
        page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            var server = socket.ConnectToServer();
            var received = 0;
            server.OnMessage(async frame =>
            {
                // The first answers the handshake of the connection.
                if (received++ > 0)
                {
                    begun.TrySetResult();
                    await released;
                }
                if (frame.Binary is { } bytes)
                    socket.Send(bytes);
                else
                    socket.Send(frame.Text!);
            });
        });

    // The page is drawn by the circuit; that it is, the circuit hears later, and does then what comes after a first render.
    private static Task HoldFirstRenderAsync(IPage page, Task released) =>
        page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            var server = socket.ConnectToServer();
            socket.OnMessage(async frame =>
            {
                if (frame.Binary is not { } bytes)
                {
                    server.Send(frame.Text!);
                    return;
                }
                if (Encoding.ASCII.GetString(bytes).Contains("OnRenderCompleted", StringComparison.Ordinal))
                    await released;
                server.Send(bytes);
            });
        });
}
