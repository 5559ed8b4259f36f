using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>A part of a form that edits call settings, and shows every change of them.</summary>
public abstract class SettingsComponent : ComponentBase, IDisposable
{
    [CascadingParameter] public required ISettingsEditor Settings { get; set; }

    protected override void OnInitialized() => Settings.Changed += StateHasChanged;

    public void Dispose()
    {
        Settings.Changed -= StateHasChanged;
        GC.SuppressFinalize(this);
    }

    /// <summary>The id of the sentences below a field, for <c>aria-describedby</c>.</summary>
    protected string? ErrorId(string field) => Settings.ErrorsAt(field).Any() ? $"{field}-error" : null;

    protected string? Invalid(string field) => Settings.ErrorsAt(field).Any() ? "true" : null;
}
