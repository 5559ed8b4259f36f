namespace BatchDashboard.Web.Shared;

/// <summary>Speaks a short sentence to screen readers through the page's one live region.</summary>
public sealed class StatusAnnouncer
{
    public event Action<string>? Announced;

    public void Announce(string sentence) => Announced?.Invoke(sentence);
}
