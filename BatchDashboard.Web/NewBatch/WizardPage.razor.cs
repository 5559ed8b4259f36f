using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.NewBatch.Launch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace BatchDashboard.Web.NewBatch;

/// <summary>The frame of the wizard: opens the draft, shows one step of it, and leads from step to step.</summary>
public sealed partial class WizardPage : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private ElementReference _heading;
    private ProblemSummary? _summary;
    private DraftEditor? _editor;
    private DraftStep? _step;
    private IReadOnlyList<DraftProblem> _shown = [];
    private string _title = "New batch";
    private string _message = "";
    private string? _warning;
    private bool _focusesHeading;
    private bool _focusesSummary;
    private bool _isLaunching;

    [Parameter] public Guid DraftId { get; set; }

    [Parameter] public required string Step { get; set; }

    [Inject] public required Drafting Drafting { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        var step = DraftSteps.Find(Step);
        if (_editor?.Draft.Id == DraftId)
        {
            _focusesHeading = step != _step;
            await _editor.ReloadAsync();
        }
        else
        {
            await OpenAsync();
        }

        (_step, _shown, _warning) = (step, [], null);
        if (_editor is not null)
            _editor.HasTriedToGoOn = false;
        Name();
        if (_editor is { Draft: { LaunchedAs: null, Reached: var reached } } && step is { } opened && opened > reached)
            await _editor.ChangeAsync(draft => draft.Reach(opened));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // Clicks on the summary's links, and changes while typing.
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        if (_focusesSummary && _summary is not null)
            await _summary.FocusAsync();
        else if (_focusesHeading && _editor?.Draft.LaunchedAs is null && _heading.Context is not null)
            await _heading.FocusAsync();
        _focusesHeading = _focusesSummary = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (_editor is not null)
            _editor.Changed -= OnChanged;
        await _module.LetGoAsync();
    }

    private async Task OpenAsync()
    {
        var opened = await Drafting.OpenAsync(DraftId);
        if (_editor is not null)
            _editor.Changed -= OnChanged;
        _editor = opened.IsSuccess ? opened.Value : null;
        _message = opened.IsSuccess ? "The wizard has no such step. The link may be mistyped." : opened.Error.Message;
        if (_editor is not null)
            _editor.Changed += OnChanged;
    }

    // What a step knows is about one file: when another tab replaces it, the step begins anew. The first step shows any file.
    private object PartOf(DraftStep step) => (step, step == DraftStep.Recipients ? null : _editor!.Draft.Source?.StoredAs);

    private void Name() => _title = (_editor, _step) switch
    {
        (null, _) => "Draft not found",
        ({ Draft.LaunchedAs: not null }, _) => "This batch was launched",
        (_, { } step) => step.Heading(),
        _ => "Step not found",
    };

    // What was settled leaves the summary; new problems wait for the next try.
    private void OnChanged()
    {
        if (_editor!.IsChangedElsewhere)
            _warning = DraftErrors.ChangedElsewhere().Message;
        _shown = [.. _editor.Problems.Where(problem => _shown.Any(shown => shown.Field == problem.Field))];
        if (_editor.Failure is { Code: DraftErrors.AlreadyLaunchedCode or DraftErrors.NotFoundCode } && !_isLaunching)
            Navigation.Refresh();
        StateHasChanged();
    }

    private async Task GoOnAsync()
    {
        await _editor!.SettledAsync();
        var step = _step!.Value;
        DraftProblem[] problems = [.. _editor.Problems.Where(problem => step == DraftStep.Launch || problem.Step == step)];
        if (problems.Length > 0)
            Explain(problems);
        else if (step == DraftStep.Launch)
            await LaunchAsync();
        else
            Navigation.NavigateTo((step + 1).Path(DraftId));
    }

    private void Explain(IReadOnlyList<DraftProblem> problems)
    {
        _shown = problems;
        _focusesSummary = true;
        _editor!.HasTriedToGoOn = true;
        _editor.Refresh();
    }

    private async Task LaunchAsync()
    {
        // The second click of a double click finds the first one under way.
        if (_isLaunching)
            return;
        (_isLaunching, _warning) = (true, null);
        StateHasChanged();
        if (!await LaunchDialog.IsMeantAsync(Dialogs, _editor!.Draft))
        {
            _isLaunching = false;
            return;
        }

        var launched = await Drafting.LaunchAsync(_editor!);
        if (launched.IsSuccess)
        {
            Navigation.NavigateTo($"/batches/{launched.Value}");
            return;
        }

        _isLaunching = false;
        await _editor!.ReloadAsync();
        _warning = launched.Error.Code is DraftErrors.ChangedElsewhereCode or DraftErrors.NumbersChangedCode ? launched.Error.Message : null;
        Name();
        if (_editor.Problems.Count > 0)
            Explain(_editor.Problems);
    }
}
