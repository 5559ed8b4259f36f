using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Prompt;

/// <summary>The prompt and the call settings that hold for every recipient.</summary>
public sealed partial class PromptStep : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private DraftPrompt _prompt = null!;
    private IReadOnlyDictionary<string, string> _fillRates = new Dictionary<string, string>();

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required DraftProfiles Profiles { get; init; }

    private bool HasPathway => Draft.HasPathway;

    private string UnknownNames => string.Join(", ", _prompt.Unknown.Select(unknown => $"{{{{{unknown.Name}}}}}").Distinct());

    private bool AreSentAsIs => _prompt.Unknown.All(unknown => Draft.SentAsIs.Contains(unknown.Name));

    protected override void OnInitialized()
    {
        _prompt = DraftPrompt.Of(Draft);
        Editor.Changed += ReadPrompt;
        base.OnInitialized();
    }

    // Counted in the mapping step; who never was there has none.
    protected override async Task OnInitializedAsync()
    {
        if (Draft is not { Source: { } source, Columns: { } columns }
            || await Profiles.FindAsync(Draft.Id, source, CancellationToken.None) is not { } profile)
            return;
        _fillRates = columns.Zip(profile.Columns)
            .Where(column => column.First is { Use: ColumnUse.RequestData, Name: not null })
            .DistinctBy(column => column.First.Name)
            .ToDictionary(column => column.First.Name!, column => $"{Counted.Percent(column.Second.Filled, profile.Rows)} filled");
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Changed -= ReadPrompt;
        Dispose();
        await _module.LetGoAsync();
    }

    private void ReadPrompt() => _prompt = DraftPrompt.Of(Draft);

    // Names, and not "whatever is unknown": a slip that is made later is found all the same.
    private Task SendAsIsAsync(bool isMeant)
    {
        string[] names = isMeant ? [.. _prompt.Unknown.Select(unknown => unknown.Name).Distinct()] : [];
        return Editor.ChangeAsync(draft => draft.SentAsIs = names);
    }

    private async Task InsertAsync(string variable)
    {
        _module ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        await _module.InvokeVoidAsync("insert", HasPathway ? "first_sentence" : "task", $"{{{{{variable}}}}}");
    }
}
