using BatchDashboard.Core.Dispatching;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Shell;

/// <summary>A part of the frame that shows whether all dialling is stopped, on every open page at once.</summary>
public abstract class DialStopComponent : ComponentBase, IDisposable
{
    [Inject] public required DialSwitch Switch { get; init; }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        Switch.Changed += OnChanged;
        // It may have been switched while the page was drawn.
        StateHasChanged();
    }

    /// <summary>It was switched, by whomever.</summary>
    protected virtual void Follow() => StateHasChanged();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Switch.Changed -= OnChanged;

    private void OnChanged() => _ = InvokeAsync(Follow);
}
