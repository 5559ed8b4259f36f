using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>Asks whom of a batch to call again, says how many these are, and launches the batch that does it.</summary>
public sealed partial class CallBatchAgainDialog
{
    // Whoever was reached, left a message or may have been called is called again only when somebody says so.
    private readonly HashSet<CallStatus> _chosen = [CallStatus.NoAnswer, CallStatus.Busy, CallStatus.Failed];
    private IReadOnlyList<(CallStatus Outcome, int Count)> _outcomes = [];
    private BatchId _launchAs;
    private string? _refusal;
    private bool _busy;

    [Inject] public required CallsAgain Again { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    protected override object Question => Batch.Id;

    protected override int? WatchedBatch => Batch.Number;

    private int Count => _outcomes.Where(outcome => _chosen.Contains(outcome.Outcome)).Sum(outcome => outcome.Count);

    private string Button => Count == 0 ? "Call again" : $"Call {Counted.Of(Count, "recipient")} again";

    private string Sum => (_outcomes.Count, Count) switch
    {
        (0, _) => "Nobody of this batch can be called again now: their numbers are being called, or wait for a decision under Review.",
        (_, 0) => "Nobody is chosen.",
        _ => $"{Counted.Of(Count, "recipient")} will be called in a new batch, with the same prompt, settings, limits and hours. " +
            "Who has come onto the do-not-call list is not.",
    };

    /// <summary>Of a batch that goes on, more may end until the button is pressed.</summary>
    private string? Others => Batch.Status.IsFinal()
        ? null
        : "This batch still goes on. Only calls that are over are made again; those that end so before you launch are among them.";

    internal static Task ShowAsync(IDialogService dialogs, BatchSummary batch) => dialogs.ShowAsync<CallBatchAgainDialog>(
        null,
        new DialogParameters<CallBatchAgainDialog> { { dialog => dialog.Batch, batch } },
        new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });

    protected override void OnInitialized() => _launchAs = Again.NextId();

    protected override async Task ReadAsync()
    {
        var counts = await Again.CountAsync(Batch.Number, Gone);
        _outcomes = [.. CallsAgain.Outcomes.Where(counts.ContainsKey).Select(outcome => (outcome, counts[outcome]))];
    }

    // To count reads through the whole batch, which is done once.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    private void Choose(CallStatus outcome, bool isChosen)
    {
        if (isChosen)
            _chosen.Add(outcome);
        else
            _chosen.Remove(outcome);
    }

    private async Task LaunchAsync()
    {
        _busy = true;
        var launched = await Again.LaunchAsync(Batch.Id, _launchAs, [.. _chosen], (await SignedIn).User.Identity!.Name!, CancellationToken.None);
        _busy = false;
        if (!launched.IsSuccess)
        {
            _refusal = launched.Error.Message;
            return;
        }

        Dialog.Close();
        Navigation.NavigateTo(BatchAddress.Of(launched.Value));
    }

    private void Close() => Dialog.Cancel();
}
