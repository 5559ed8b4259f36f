using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>Changes how fast a batch is dialled, while it runs too.</summary>
public sealed partial class LimitsDialog
{
    private int? _calls;
    private double? _rate;
    private int _rampUp;
    private int _priority;
    private Error? _problem;
    private bool _busy;
    private ElementReference _first;

    [Inject] public required BatchService Service { get; init; }

    [Inject] public required DialLimits Limits { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchSummary Batch { get; set; }

    internal static Task ShowAsync(IDialogService dialogs, BatchSummary batch) => dialogs.ShowAsync<LimitsDialog>(
        null,
        new DialogParameters<LimitsDialog> { { dialog => dialog.Batch, batch } },
        new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });

    protected override void OnInitialized()
    {
        var limits = Batch.Limits;
        (_calls, _rate, _priority) = (limits.MaxConcurrent, limits.MaxCallsPerSecond, limits.Priority);
        _rampUp = limits.RampUpSeconds / 60;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _first.FocusAsync();
    }

    private async Task SaveAsync()
    {
        _busy = true;
        var saved = await Service.SetLimitsAsync(
            Batch.Id,
            new BatchLimits(_calls, _rate, _priority, RampUpSeconds),
            (await SignedIn).User.Identity!.Name!,
            CancellationToken.None);
        _busy = false;
        if (!saved.IsSuccess)
        {
            _problem = saved.Error;
            return;
        }

        Announcer.Announce($"The limits of {Batch.Name} are saved.");
        Dialog.Close();
    }

    /// <summary>A program may have asked for seconds: they stay when nobody touches them.</summary>
    private int RampUpSeconds => _rampUp == Batch.Limits.RampUpSeconds / 60
        ? Batch.Limits.RampUpSeconds
        : (int)Math.Clamp(_rampUp * 60L, int.MinValue, int.MaxValue);

    private string? ProblemAt(string field) => _problem?.Field == field ? _problem.Message : null;

    private string? Invalid(string field) => _problem?.Field == field ? "true" : null;

    private static string Words(double limit) => limit == 0 ? "none" : limit.ToString("#,0.##", CultureInfo.InvariantCulture);

    private void Close() => Dialog.Close();
}
