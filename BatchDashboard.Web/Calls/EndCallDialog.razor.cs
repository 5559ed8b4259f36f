using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Calls;

/// <summary>Asks once more before a call is hung up; notices when it ends by itself meanwhile.</summary>
public sealed partial class EndCallDialog
{
    private string? _refusal;
    private bool _busy;
    private bool _asked;

    [Inject] public required CallQueries Calls { get; init; }

    [Inject] public required CallStops Stops { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required CallSummary Call { get; set; }

    protected override object Question => Call.Key;

    protected override int? WatchedBatch => Call.Key.BatchNumber;

    /// <summary>Whether the provider was asked to end it, or to be asked was tried.</summary>
    internal static async Task<bool> ShowAsync(IDialogService dialogs, CallSummary call)
    {
        var shown = await dialogs.ShowAsync<EndCallDialog>(
            null,
            new DialogParameters<EndCallDialog> { { dialog => dialog.Call, call } },
            new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
        return await shown.Result is { Canceled: false };
    }

    protected override async Task ReadAsync()
    {
        if (_asked)
            return;
        var now = (await Calls.GetManyAsync([Call.Key], Gone)).Single();
        if (!now.Status.IsInFlight())
            _refusal = $"It goes on no more; it is now: {now.Status.Look().Word}. Nothing is left to end.";
    }

    private async Task EndAsync()
    {
        (_busy, _asked) = (true, true);
        var by = (await SignedIn).User.Identity!.Name!;
        var stopped = await Stops.StopAsync(Call.Id, by, Gone);
        _busy = false;
        if (!stopped.IsSuccess)
        {
            _refusal = stopped.Error.Message;
            return;
        }

        Announcer.Announce(stopped.Value.IsInFlight() ? "The provider was asked to hang up." : "The call was over already.");
        Dialog.Close(DialogResult.Ok(true));
    }

    // What was tried and refused is on record as well, so the page reads the call again.
    private void Close()
    {
        if (_asked)
            Dialog.Close(DialogResult.Ok(true));
        else
            Dialog.Cancel();
    }
}
