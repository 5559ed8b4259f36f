using BatchDashboard.Core;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.NewBatch;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.Templates;

/// <summary>What whoever is signed in does with templates.</summary>
public sealed class TemplateDesk(
    TemplateQueries queries, TemplateService templates, Drafting drafting, AuthenticationStateProvider authentication, NavigationManager navigation)
{
    public TemplateQueries Queries => queries;

    public async Task<Result<TemplateVersion>> AddAsync(StarterTemplate starter) =>
        await templates.CreateAsync(starter, await NameAsync(), CancellationToken.None);

    /// <param name="id">Null: a new template.</param>
    public async Task<Result<TemplateVersion>> SaveAsync(Guid? id, TemplateEditor editor) => id is { } known
        ? await templates.SaveAsync(known, editor.Seen, editor.Name, editor.Settings, await NameAsync(), CancellationToken.None)
        : await templates.CreateAsync(editor.Name, editor.Settings, await NameAsync(), CancellationToken.None);

    public async Task<Result<TemplateVersion>> RestoreAsync(TemplateVersion version) =>
        await templates.RestoreAsync(version.TemplateId, version.Number, await NameAsync(), CancellationToken.None);

    public async Task DeleteAsync(Guid id) => await templates.DeleteAsync(id, await NameAsync(), CancellationToken.None);

    /// <summary>Makes a draft of the newest version and goes there; returns why it cannot, if it cannot.</summary>
    public async Task<string?> StartAsync(Guid id)
    {
        var newest = await queries.NewestAsync(id, CancellationToken.None);
        if (!newest.IsSuccess)
            return newest.Error.Message;
        var draft = await drafting.StartAsync(ChosenTemplate.Of(newest.Value));
        navigation.NavigateTo(DraftStep.Recipients.Path(draft.Id));
        return null;
    }

    private async Task<string> NameAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.Identity?.Name
        ?? throw new InvalidOperationException("Nobody is signed in.");
}
