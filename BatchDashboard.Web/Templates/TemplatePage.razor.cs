using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace BatchDashboard.Web.Templates;

/// <summary>A template: what it says, to be edited, and what it said before.</summary>
public sealed partial class TemplatePage : IAsyncDisposable
{
    private TemplateHistory? _history;
    private TemplateEditor? _editor;
    private TemplateForm? _form;
    private IJSObjectReference? _module;
    private string? _refusal;
    private bool _showsProblems;
    private bool _focusesProblems;
    private bool _busy;

    [Inject] public required TemplateDesk Desk { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter] public Guid? Id { get; set; }

    [SupplyParameterFromQuery(Name = "v")] public string? Version { get; set; }

    [SupplyParameterFromQuery(Name = "with")] public string? With { get; set; }

    protected override object Question => Id is { } id ? id : nameof(TemplateAddress.New);

    private bool IsChanged => _editor?.IsChanged == true;

    private string Title => _history?.Template.Name ?? "New template";

    private IReadOnlyList<TabLink> Tabs =>
    [
        new("Text and settings", TemplateAddress.Of(Id!.Value), Version is null),
        new($"Versions ({_history!.Newest.Number})", TemplateAddress.Of(Id!.Value, _history.Newest.Number), Version is not null),
    ];

    private static string UsedBy(Template template) => template.Batches switch
    {
        0 => "No batch was launched with it yet",
        1 => "1 batch was launched with it and keeps its copy",
        var batches => $"{Counted.Number(batches)} batches were launched with it and keep their copy",
    };

    protected override async Task ReadAsync()
    {
        (_history, _editor, _showsProblems) = (null, null, false);
        if (Id is { } id)
            await ReadHistoryAsync(id);
        if (Id is null || _history is not null)
            _editor = new TemplateEditor(_history?.Newest);
    }

    // Batches change without changing the template, and what is being written stays.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        // Changes while typing, and links to fields.
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        if (_focusesProblems && _form is not null)
            await _form.FocusProblemsAsync();
        _focusesProblems = false;
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _module.LetGoAsync();
    }

    private async Task ReadHistoryAsync(Guid id)
    {
        var history = await Desk.Queries.GetAsync(id, Gone);
        _history = history.IsSuccess ? history.Value : null;
    }

    private Task SaveAsync() => OnceAsync(async () =>
    {
        if (!_editor!.TryToSave())
        {
            Explain();
            return;
        }

        var saved = await Desk.SaveAsync(Id, _editor);
        if (!saved.IsSuccess)
        {
            if (Id is { } id)
                await ReadHistoryAsync(id);
            _editor.Refused(saved.Errors, _history?.Newest.Number ?? 0);
            Explain();
            return;
        }

        _showsProblems = false;
        _editor.Saved(saved.Value);
        Announcer.Announce($"Saved as version {saved.Value.Number}.");
        if (Id is null)
            Navigation.NavigateTo(TemplateAddress.Of(saved.Value.TemplateId), replace: true);
        else
            await ReadHistoryAsync(saved.Value.TemplateId);
    });

    private void Explain() => _showsProblems = _focusesProblems = true;

    private Task RestoreAsync(TemplateVersion version) => OnceAsync(async () =>
    {
        if (IsChanged && !await ConfirmAsync("Restore an older version?", "What you have changed and not saved goes.", "Restore it", "Keep writing"))
            return;
        var restored = await Desk.RestoreAsync(version);
        _refusal = restored.IsSuccess ? null : restored.Error.Message;
        if (!restored.IsSuccess)
            return;
        await ReadHistoryAsync(version.TemplateId);
        _editor!.Saved(restored.Value);
        Announcer.Announce($"Version {restored.Value.Number} says what version {version.Number} said.");
        Navigation.NavigateTo(TemplateAddress.Of(version.TemplateId, restored.Value.Number));
    });

    private Task StartAsync() => OnceAsync(async () => _refusal = await Desk.StartAsync(Id!.Value));

    private Task DeleteAsync() => OnceAsync(async () =>
    {
        if (!await ConfirmAsync(
                $"Delete “{Title}”?",
                "It goes with all its versions. Batches and drafts that were made from it keep their copy. This cannot be undone.",
                "Delete",
                "Keep it"))
            return;
        await Desk.DeleteAsync(Id!.Value);
        Announcer.Announce($"{Title} was deleted.");
        _editor = null;
        Navigation.NavigateTo(TemplateAddress.List);
    });

    private async Task AskAsync(LocationChangingContext leaving)
    {
        // Its own tabs keep what is being written.
        var stays = Id is { } id && Navigation.ToAbsoluteUri(leaving.TargetLocation).AbsolutePath == TemplateAddress.Of(id);
        if (IsChanged && !stays && !await ConfirmAsync("Leave without saving?", "What you have changed goes.", "Leave", "Keep writing"))
            leaving.PreventNavigation();
    }

    private async Task<bool> ConfirmAsync(string title, string message, string yes, string no) =>
        await Dialogs.ShowMessageBoxAsync(title, message, yesText: yes, cancelText: no) == true;

    private async Task OnceAsync(Func<Task> work)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await work();
        }
        finally
        {
            _busy = false;
        }
    }
}
