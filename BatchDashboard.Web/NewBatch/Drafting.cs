using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.NewBatch;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.NewBatch;

/// <summary>The drafts of whoever is signed in.</summary>
public sealed class Drafting(
    DraftService drafts, DraftLauncher launcher, AuthenticationStateProvider authentication, TimeProvider time)
{
    public async Task<BatchDraft> StartAsync() => await drafts.StartAsync(await OwnerAsync(), CancellationToken.None);

    /// <summary>A new draft that is filled from a template.</summary>
    public async Task<BatchDraft> StartAsync(ChosenTemplate template) =>
        await drafts.StartAsync(await OwnerAsync(), template, CancellationToken.None);

    /// <summary>Opens a draft for editing.</summary>
    public async Task<Result<DraftEditor>> OpenAsync(Guid id)
    {
        var draft = await drafts.GetAsync(id, await OwnerAsync(), CancellationToken.None);
        return draft.IsSuccess ? new DraftEditor(drafts, draft.Value, time) : draft.Error;
    }

    /// <summary>Drafts with a file or a template that wait to be finished, newest first.</summary>
    public async Task<IReadOnlyList<BatchDraft>> ListAsync(int take, CancellationToken cancellationToken) =>
        await drafts.ListAsync(await OwnerAsync(), take, cancellationToken);

    /// <summary>Removes a draft and its file; one that was launched meanwhile stays.</summary>
    public async Task DiscardAsync(Guid id) => await drafts.DiscardAsync(id, await OwnerAsync(), CancellationToken.None);

    /// <summary>Launches a draft as the editor has shown it, or not at all.</summary>
    public async Task<Result<BatchId>> LaunchAsync(DraftEditor editor) =>
        await launcher.LaunchAsync(editor.Draft.Id, await OwnerAsync(), editor.Seen, CancellationToken.None);

    // The e-mail address: it is unique, and it is what people see as the maker of a batch.
    private async Task<string> OwnerAsync() =>
        (await authentication.GetAuthenticationStateAsync()).User.Identity?.Name
        ?? throw new InvalidOperationException("Nobody is signed in.");
}
