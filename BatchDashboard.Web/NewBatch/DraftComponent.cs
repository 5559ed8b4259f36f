using BatchDashboard.Core.NewBatch;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>A part of the wizard: works on the open draft and shows every change of it.</summary>
public abstract class DraftComponent : ComponentBase, IDisposable
{
    [CascadingParameter] public required DraftEditor Editor { get; set; }

    protected BatchDraft Draft => Editor.Draft;

    protected override void OnInitialized() => Editor.Changed += StateHasChanged;

    public void Dispose()
    {
        Editor.Changed -= StateHasChanged;
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>The id of the sentences below a field, for <c>aria-describedby</c>.</summary>
    protected string? ErrorId(string field) => Editor.ProblemsAt(field).Any() ? $"{field}-error" : null;

    protected string? Invalid(string field) => Editor.ProblemsAt(field).Any() ? "true" : null;
}
