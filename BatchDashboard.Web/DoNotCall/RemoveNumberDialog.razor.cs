using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>Asks why a number may be called again.</summary>
public sealed partial class RemoveNumberDialog
{
    private string _reason = "";
    private string? _problem;
    private bool _busy;
    private ElementReference _field;

    [Inject] public required DoNotCallList List { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required DoNotCallEntry Entry { get; set; }

    /// <summary>False: the number stays.</summary>
    internal static async Task<bool> ShowAsync(IDialogService dialogs, DoNotCallEntry entry)
    {
        var dialog = await dialogs.ShowAsync<RemoveNumberDialog>(
            null,
            new DialogParameters<RemoveNumberDialog> { { dialog => dialog.Entry, entry } },
            new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
        return await dialog.Result is { Canceled: false };
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync();
    }

    private async Task RemoveAsync()
    {
        _busy = true;
        var by = (await SignedIn).User.Identity!.Name!;
        var removed = await List.RemoveAsync(Entry.Phone, _reason, by, CancellationToken.None);
        _busy = false;
        _problem = removed.IsSuccess ? null : removed.Error.Message;
        if (!removed.IsSuccess)
            return;
        Announcer.Announce($"{PhoneFormatting.International(Entry.Phone)} was removed from the list.");
        Dialog.Close();
    }

    private void Close() => Dialog.Cancel();
}
