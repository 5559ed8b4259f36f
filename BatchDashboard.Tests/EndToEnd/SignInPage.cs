using BatchDashboard.Tests.Support;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>The sign-in page, and the set-up page that makes the first owner.</summary>
internal static class SignInPage
{
    public static async Task SignInAsync(this IPage page)
    {
        await page.GotoAsync("/login");
        await page.GetByLabel("E-mail").FillAsync(RunningApp.OwnerEmail);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(RunningApp.OwnerPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/batches");
    }
}
