using BatchDashboard.Tests.Support;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The sign-in page, and the set-up page that makes the first owner.</summary>
internal static class SignInPage
{
    public static async Task SignInAsync(this IPage page)
    {
        await page.GotoAsync("/login");
        await page.FillSignInAsync(RunningApp.OwnerPassword);
        await page.WaitForURLAsync("**/batches");
    }

    public static async Task FillSignInAsync(this IPage page, string password)
    {
        await page.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public static async Task FillSetUpAsync(this IPage page, string password)
    {
        await page.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
    }

    public static async Task SignOutAsync(this IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "account of" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/login**");
    }

    private static async Task FillAsync(this IPage page, string password)
    {
        await page.GetByLabel("E-mail").FillAsync(RunningApp.OwnerEmail);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
    }
}
