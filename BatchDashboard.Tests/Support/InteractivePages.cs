using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>Pages that a circuit takes over: what is pressed before is pressed in vain.</summary>
internal static class InteractivePages
{
    /// <summary>Goes to an address and waits until the page listens.</summary>
    public static async Task OpenAsync(this IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.UntilInteractiveAsync();
    }

    public static Task UntilInteractiveAsync(this IPage page) => page.Locator(".shell[data-interactive]").WaitForAsync();
}
