using BatchDashboard.Core;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.NewBatch.Prompt;

/// <summary>Saves what the agent says in a draft: as a new template, or as a new version of the one it came from.</summary>
public sealed partial class SaveTemplateDialog
{
    private IReadOnlyList<Error> _problems = [];
    private TemplateVersion? _origin;
    private string _name = "";
    private bool _isNewVersion;
    private bool _busy;

    [Inject] public required TemplateService Templates { get; init; }

    [Inject] public required TemplateQueries Queries { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [Parameter, EditorRequired] public required BatchDraft Draft { get; set; }

    /// <summary>Null: nothing was saved.</summary>
    internal static async Task<TemplateVersion?> ShowAsync(IDialogService dialogs, BatchDraft draft)
    {
        var dialog = await dialogs.ShowAsync<SaveTemplateDialog>(
            null,
            new DialogParameters<SaveTemplateDialog> { { dialog => dialog.Draft, draft } },
            new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });
        return await dialog.Result is { Canceled: false, Data: TemplateVersion saved } ? saved : null;
    }

    protected override async Task OnInitializedAsync()
    {
        // A template that was deleted meanwhile cannot have another version.
        if (Draft.Template is { } template && await Queries.NewestAsync(template.Use.TemplateId, CancellationToken.None) is { IsSuccess: true } newest)
            (_origin, _isNewVersion) = (newest.Value, true);
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        var by = (await SignedIn).User.Identity!.Name!;
        var saved = _isNewVersion && _origin is not null
            ? await Templates.SaveAsync(_origin.TemplateId, _origin.Number, name: null, Draft.Settings, by, CancellationToken.None)
            : await Templates.CreateAsync(_name, Draft.Settings, by, CancellationToken.None);
        (_busy, _problems) = (false, saved.Errors);
        if (saved.IsSuccess)
            Dialog.Close(DialogResult.Ok(saved.Value));
    }

    private string? ProblemAt(string field) => _problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}
