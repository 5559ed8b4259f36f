using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Reads the whole file under the mapping when file, mapping, rules, caller id or rows changed since the last time.</summary>
public sealed partial class RowCheck
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _run;
    private long _began;
    private bool _isRunning;
    private bool _wasChecked;
    private int _rows;
    private int? _total;
    private string? _refusal;
    private DraftStep? _refusedAt;

    /// <summary>What is shown of the rows once they were checked.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Raised when the rows were checked, also when that was done before.</summary>
    [Parameter] public EventCallback OnChecked { get; set; }

    [Inject] public required DraftReview Reviews { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    private string Standing
    {
        get
        {
            var elapsed = Time.GetElapsedTime(_began);
            var pace = elapsed.TotalSeconds < 0.5 ? 0 : _rows / elapsed.TotalSeconds;
            var left = _total - _rows;
            return $"{Counted.Number(_rows)}{(_total is { } total ? $" of {Counted.Of(total, "row")}" : " rows")}"
                + (pace > 0 ? $", {Counted.Of((long)pace, "row")} a second" : "")
                + (pace > 0 && left > 0 ? $", about {SpanText.Words(TimeSpan.FromSeconds(left.Value / pace))} left" : "");
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
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
        // Of the same file, as it was counted before.
        (_run, _isRunning, _rows, _total, _refusal, _refusedAt) = (run, true, 0, Draft.Report?.Total ?? _total, null, null);
        _began = Time.GetTimestamp();
        StateHasChanged();
        try
        {
            await Editor.SettledAsync();
            var report = await Reviews.RunAsync(Draft.Id, Draft.Owner, new PacedProgress(Time, Show), run.Token);
            if (!report.IsSuccess)
                Explain(report.Error.Message);
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

    private void Explain(string why)
    {
        _refusal = why;
        _refusedAt = Editor.Problems.Select(problem => problem.Step).FirstOrDefault(DraftStep.Recipients);
    }

    private void Show(int rows) => InvokeAsync(() =>
    {
        _rows = rows;
        StateHasChanged();
    });

    private Task CancelAsync() => _run?.CancelAsync() ?? Task.CompletedTask;
}
