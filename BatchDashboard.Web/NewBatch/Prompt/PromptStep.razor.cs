using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Prompt;

/// <summary>The prompt and the call settings that hold for every recipient.</summary>
public sealed partial class PromptStep : IAsyncDisposable
{
    private const string Pathway = "pathway_id";

    private IJSObjectReference? _module;
    private DraftPrompt _prompt = null!;

    [Inject] public required IJSRuntime Js { get; init; }

    // Its being there, blank or not, is the choice; the prompt stays for whoever changes their mind.
    private bool HasPathway => Draft.Settings.ContainsKey(Pathway);

    protected override void OnInitialized()
    {
        _prompt = DraftPrompt.Of(Draft);
        Editor.Changed += ReadPrompt;
        base.OnInitialized();
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Changed -= ReadPrompt;
        Dispose();
        await _module.LetGoAsync();
    }

    private void ReadPrompt() => _prompt = DraftPrompt.Of(Draft);

    private Task UsePromptAsync() => Editor.ChangeAsync(draft =>
    {
        draft.Set(Pathway, null);
        draft.Set("pathway_version", null);
    });

    private Task UsePathwayAsync() => Editor.ChangeAsync(draft => draft.Set(Pathway, ""));

    private async Task InsertAsync(string variable)
    {
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        await _module.InvokeVoidAsync("insert", HasPathway ? "first_sentence" : "task", $"{{{{{variable}}}}}");
    }
}
