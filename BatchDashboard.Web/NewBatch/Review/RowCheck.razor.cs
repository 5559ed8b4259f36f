using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Reads the whole file under the mapping when file, mapping, rules, caller id or rows changed since the last time.</summary>
public sealed partial class RowCheck
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _run;
    private bool _isRunning;
    private bool _wasChecked;
    private ImportProgress _progress;
    private double _pace;
    private string? _refusal;
    private DraftStep? _refusedAt;

    /// <summary>What is shown of the rows once they were checked.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Raised when the rows were checked, also when that was done before.</summary>
    [Parameter] public EventCallback OnChecked { get; set; }

    [Inject] public required DraftReview Reviews { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    private string Standing => _progress.Rows == 0
        ? ""
        : $"{Counted.Number(_progress.Rows)} of about {Counted.Of(_progress.EstimatedRows, "row")}"
            + (_pace > 0 ? $", {Counted.Of((long)_pace, "row")} a second, {Left()}" : "");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What is known about the numbers may have changed without anybody touching the draft.
        if (firstRender && Reviews.IsUpToDate(Draft) && !await Reviews.HoldsAsync(Draft, CancellationToken.None))
            await Editor.ReloadAsync();
        if (_isRunning || _refusal is not null || Draft.Source is null || _left.IsCancellationRequested)
            return;
        if (!Reviews.IsUpToDate(Draft))
            await RunAsync();
        else if (firstRender)
            await ShowAsync();
    }

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
        (_progress, _pace) = (new ImportProgress(0, 1), 0);
        StateHasChanged();
        try
        {
            await Editor.SettledAsync();
            var report = await Reviews.RunAsync(Draft.Id, Draft.Owner, new PacedProgress(Time, Show), run.Token);
            if (!report.IsSuccess)
                Explain(report.Error);
            else if (await IsStillOfThisAsync())
                Announcer.Announce($"{Counted.Of(report.Value.Ready, "row")} ready, {Counted.Number(report.Value.Skipped)} skipped.");
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _refusal = "The check was stopped. The rows must be checked before the batch can be launched.";
        }
        finally
        {
            (_run, _isRunning) = (null, false);
        }

        if (_left.IsCancellationRequested)
            return;
        if (_refusal is null)
            await ShowAsync();
        StateHasChanged();
    }

    /// <summary>False: something was changed in another tab meanwhile, and the check starts again by itself.</summary>
    private async Task<bool> IsStillOfThisAsync()
    {
        await Editor.ReloadAsync();
        return Reviews.IsUpToDate(Draft);
    }

    private async Task ShowAsync()
    {
        await OnChecked.InvokeAsync();
        _wasChecked = true;
        StateHasChanged();
    }

    // What is not refused for the mapping is refused for the file.
    private void Explain(Error refused)
    {
        _refusal = refused.Message;
        _refusedAt = Editor.ProblemsOf(DraftStep.Map).Any() ? DraftStep.Map : DraftStep.Recipients;
    }

    private void Show(ImportProgress progress, double rowsPerSecond) => InvokeAsync(() =>
    {
        (_progress, _pace) = (progress, rowsPerSecond);
        StateHasChanged();
    });

    private string Left() =>
        $"about {SpanText.Words(TimeSpan.FromSeconds((_progress.EstimatedRows - _progress.Rows) / _pace))} left";

    private Task CancelAsync() => _run?.CancelAsync() ?? Task.CompletedTask;
}
