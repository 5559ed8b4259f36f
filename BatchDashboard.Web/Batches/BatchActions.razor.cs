using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>The buttons of a batch's page.</summary>
public sealed partial class BatchActions
{
    [Inject] public required BatchService Service { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [Inject] public required ISnackbar Snackbar { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    private async Task ChangeAsync(Func<BatchId, string, CancellationToken, Task<Result<BatchSummary>>> change, bool paused)
    {
        var changed = await change(Batch.Id, (await SignedIn).User.Identity!.Name!, CancellationToken.None);
        if (changed.IsSuccess)
            Announcer.Announce($"{Batch.Name} is {(paused ? "paused" : "resumed")}.");
        else
            Snackbar.Add(changed.Error.Message, Severity.Error);
    }
}
