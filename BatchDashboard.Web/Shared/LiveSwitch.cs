namespace BatchDashboard.Web.Shared;

/// <summary>Whether the pages of one circuit follow the feed; whoever reads may hold them still.</summary>
public sealed class LiveSwitch
{
    public bool IsPaused { get; private set; }

    public event Action? Changed;

    public void Toggle()
    {
        IsPaused = !IsPaused;
        Changed?.Invoke();
    }
}
