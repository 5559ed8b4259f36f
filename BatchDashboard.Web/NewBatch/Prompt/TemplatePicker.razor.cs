using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BatchDashboard.Web.NewBatch.Prompt;

/// <summary>The templates at hand while the prompt is written.</summary>
public sealed partial class TemplatePicker
{
    private IReadOnlyList<TemplateSummary> _templates = [];
    private string _chosen = "";
    private string? _refusal;

    [Inject] public required TemplateQueries Queries { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    private string State => Draft.Template switch
    {
        null when _templates.Count == 0 => "There is no template yet. What you write here can be saved as one.",
        null => "A template fills the prompt and its settings.",
        { Use: var use } => $"From “{use.Name}”, version {use.Version}" + (Draft.DiffersFromTemplate ? ", changed since." : "."),
    };

    protected override async Task OnInitializedAsync()
    {
        base.OnInitialized();
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _templates = await Queries.ListAsync(CancellationToken.None);
        _chosen = _templates.FirstOrDefault(template => template.Id == Draft.Template?.Use.TemplateId)?.Id.ToString() ?? "";
    }

    private async Task UseAsync()
    {
        _refusal = "Choose a template first.";
        if (!Guid.TryParse(_chosen, out var id))
            return;
        var newest = await Queries.NewestAsync(id, CancellationToken.None);
        _refusal = newest.IsSuccess ? null : newest.Error.Message;
        if (!newest.IsSuccess)
            return;
        var template = ChosenTemplate.Of(newest.Value);
        if (Draft.LostWith(template) is { Count: > 0 } lost && !await MayReplaceAsync(newest.Value.Name, lost))
            return;
        await Editor.ChangeAsync(draft => draft.Use(template));
        Announcer.Announce($"Filled from {newest.Value.Name}, version {newest.Value.Number}.");
    }

    private async Task<bool> MayReplaceAsync(string name, IReadOnlyList<string> lost) => await Dialogs.ShowMessageBoxAsync(
        $"Use “{name}”?",
        $"What you have written is replaced: {string.Join(", ", lost.Select(setting => CallSettingCatalog.Find(setting)?.Label ?? setting))}.",
        yesText: "Replace it",
        cancelText: "Keep mine") == true;

    private async Task SaveAsync()
    {
        await Editor.SettledAsync();
        if (await SaveTemplateDialog.ShowAsync(Dialogs, Draft) is not { } saved)
            return;
        var template = ChosenTemplate.Of(saved);
        await Editor.ChangeAsync(draft => draft.BecomeTemplate(template));
        _refusal = null;
        await ReadAsync();
        Announcer.Announce($"Saved as {saved.Name}, version {saved.Number}.");
    }
}
