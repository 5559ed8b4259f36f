using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>The button that pauses or resumes a batch.</summary>
public sealed partial class PauseSwitch
{
    [Inject] public required BatchService Service { get; init; }

    [Inject] public required ISnackbar Snackbar { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    [Parameter] public string ResumeWord { get; set; } = "Resume";

    private async Task ChangeAsync()
    {
        var (pauses, by) = (Batch.CanBePaused, (await SignedIn).User.Identity!.Name!);
        var changed = pauses
            ? await Service.PauseAsync(Batch.Id, by, CancellationToken.None)
            : await Service.ResumeAsync(Batch.Id, by, CancellationToken.None);
        if (changed.IsSuccess)
            Announcer.Announce($"{Batch.Name} is {(pauses ? "paused" : "resumed")}.");
        else
            Snackbar.Add(changed.Error.Message, Severity.Error);
    }
}
