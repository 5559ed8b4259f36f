using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Reads the whole file under the mapping, unless that was done already, and shows what came of it.</summary>
public sealed partial class ReviewStep
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _run;
    private bool _isRunning;
    private ImportProgress _progress;
    private string _said = "";
    private string? _refusal;
    private DraftStep? _refusedAt;

    [Inject] public required DraftReview Reviews { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender && Draft is { Source: not null, Report: null } ? RunAsync() : Task.CompletedTask;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _left.Cancel();
        _left.Dispose();
    }

    private async Task RunAsync()
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        (_run, _isRunning, _refusal, _refusedAt) = (run, true, null, null);
        (_progress, _said) = (new ImportProgress(0, 1), "");
        StateHasChanged();
        try
        {
            await Editor.SettledAsync();
            var report = await Reviews.RunAsync(Draft.Id, Draft.Owner, new PacedProgress(Time, Show), run.Token);
            if (report.IsSuccess)
                await ShowReportAsync();
            else
                Explain(report.Error);
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _refusal = "The check was stopped. The rows must be checked once before the batch can be launched.";
        }
        finally
        {
            (_run, _isRunning) = (null, false);
        }

        if (!_left.IsCancellationRequested)
            StateHasChanged();
    }

    private async Task ShowReportAsync()
    {
        _isRunning = false;
        await Editor.ReloadAsync();
        if (Draft.Report is { } report)
            Announcer.Announce($"{Counted.Of(report.Ready, "row")} ready, {Counted.Number(report.Skipped)} skipped.");
        else
            _refusal = "The draft was changed in another tab meanwhile, so the rows must be checked again.";
    }

    // What is not refused for the mapping is refused for the file.
    private void Explain(Error refused)
    {
        _refusal = refused.Message;
        _refusedAt = Editor.ProblemsOf(DraftStep.Map).Any() ? DraftStep.Map : DraftStep.Recipients;
    }

    private void Show(ImportProgress progress, double rowsPerSecond) => InvokeAsync(() =>
    {
        _progress = progress;
        _said = $"{Counted.Number(progress.Rows)} of about {Counted.Of(progress.EstimatedRows, "row")}, " +
            $"{Counted.Number((int)rowsPerSecond)} a second";
        StateHasChanged();
    });

    private Task CancelAsync() => _run?.CancelAsync() ?? Task.CompletedTask;
}
