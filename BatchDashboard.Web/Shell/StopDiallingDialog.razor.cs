using BatchDashboard.Core.Dispatching;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Shell;

/// <summary>Asks once more before all dialling is stopped.</summary>
public sealed partial class StopDiallingDialog
{
    private bool _busy;

    [Inject] public required DialSwitch Switch { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    internal static Task ShowAsync(IDialogService dialogs) => dialogs.ShowAsync<StopDiallingDialog>(
        title: null, new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });

    private async Task StopAsync()
    {
        _busy = true;
        await Switch.StopAllAsync((await SignedIn).User.Identity!.Name!, CancellationToken.None);
        Dialog.Close();
    }

    private void Close() => Dialog.Cancel();
}
