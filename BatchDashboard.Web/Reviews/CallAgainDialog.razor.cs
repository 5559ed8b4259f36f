using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Reviews;

/// <summary>Has the end of the number typed before somebody is called who may have been called already.</summary>
public sealed partial class CallAgainDialog
{
    private const int DigitsToType = 4;

    private string _typed = "";
    private string? _problem;
    private bool _busy;
    private ElementReference _field;

    [Inject] public required CallDecisions Decisions { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required CallInDoubt Call { get; set; }

    private string Digits => Call.ToNumber[^Math.Min(DigitsToType, Call.ToNumber.Length - 1)..];

    /// <summary>The batch that calls again, or why there is none; null: it is not called.</summary>
    internal static async Task<Result<BatchId>?> ShowAsync(IDialogService dialogs, CallInDoubt call)
    {
        var dialog = await dialogs.ShowAsync<CallAgainDialog>(
            null,
            new DialogParameters<CallAgainDialog> { { dialog => dialog.Call, call } },
            new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
        return await dialog.Result is { Canceled: false, Data: Result<BatchId> decided } ? decided : (Result<BatchId>?)null;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync();
    }

    private async Task CallAgainAsync()
    {
        if (_typed.Trim() != Digits)
        {
            _problem = $"These are not the last {Digits.Length} digits of {Call.ToNumber}. Compare them with the number above.";
            await _field.FocusAsync();
            return;
        }

        _busy = true;
        var by = (await SignedIn).User.Identity!.Name!;
        Dialog.Close(DialogResult.Ok(await Decisions.CallAgainAsync(Call.Id, by, CancellationToken.None)));
    }

    private void Close() => Dialog.Cancel();
}
