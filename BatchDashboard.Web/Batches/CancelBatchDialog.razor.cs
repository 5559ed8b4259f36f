using BatchDashboard.Core.Batches;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>Asks once more before a batch is cancelled; its numbers stay exact while it is open.</summary>
public sealed partial class CancelBatchDialog
{
    private CancelConsequences? _consequences;
    private string _title = "Cancel this batch?";
    private string? _refusal;
    private bool _hangUp;
    private bool _busy;

    [Inject] public required BatchQueries Batches { get; init; }

    [Inject] public required BatchService Service { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchId Id { get; set; }

    protected override object Question => Id;

    protected override int? WatchedBatch => _consequences?.Batch.Number;

    internal static Task ShowAsync(IDialogService dialogs, BatchSummary batch) => dialogs.ShowAsync<CancelBatchDialog>(
        null,
        new DialogParameters<CancelBatchDialog> { { dialog => dialog.Id, batch.Id } },
        new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });

    protected override async Task ReadAsync()
    {
        var batch = await Batches.GetAsync(Id, Gone);
        if (!batch.IsSuccess)
        {
            _refusal = batch.Error.Message;
            return;
        }

        _title = $"Cancel “{batch.Value.Name}”?";
        _consequences = new CancelConsequences(batch.Value, _hangUp);
        _refusal = batch.Value.Status.IsFinal() ? "It has finished meanwhile; nothing is left to cancel." : null;
    }

    private void ChooseHangUp(ChangeEventArgs change)
    {
        _hangUp = change.Value is true;
        _consequences = _consequences! with { HangUp = _hangUp };
    }

    private async Task CancelAsync()
    {
        _busy = true;
        var by = (await SignedIn).User.Identity!.Name!;
        var stopped = await Service.StopAsync(Id, _hangUp, by, Gone);
        if (stopped.IsSuccess)
            Dialog.Close(DialogResult.Ok(_consequences!.Done));
        else
            _refusal = stopped.Error.Message;
        _busy = false;
    }

    private void Close() => Dialog.Cancel();
}
