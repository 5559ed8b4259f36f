using Microsoft.JSInterop;

namespace BatchDashboard.Web.Shared;

/// <summary>Lets go of what the browser holds for a component.</summary>
internal static class BrowserObjects
{
    /// <param name="farewell">A last call of the object's own.</param>
    public static async ValueTask LetGoAsync(this IJSObjectReference? held, string? farewell = null)
    {
        if (held is null)
            return;
        try
        {
            if (farewell is not null)
                await held.InvokeVoidAsync(farewell);
            await held.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the object with it.
        }
    }
}
