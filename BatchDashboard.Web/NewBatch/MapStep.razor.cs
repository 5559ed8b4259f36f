using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Maps the columns of the file.</summary>
public sealed partial class MapStep
{
    private const int Samples = 3;

    private IReadOnlyList<ColumnGuess> _guesses = [];
    private IReadOnlyList<SourceRow> _rows = [];
    private string? _file;
    private string? _unreadable;

    [Inject] public required DraftFiles Files { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    protected override async Task OnInitializedAsync()
    {
        base.OnInitialized();
        if (Draft.Source is not { } source)
            return;
        _file = source.StoredAs;
        var preview = await Files.PreviewAsync(source, CancellationToken.None);
        var guesses = await Files.GuessColumnsAsync(source, CancellationToken.None);
        _unreadable = preview.Errors.Concat(guesses.Errors).FirstOrDefault()?.Message;
        if (_unreadable is null)
            (_rows, _guesses) = (preview.Value.Rows, guesses.Value);
    }

    private Task ChangeColumnAsync((int Index, ColumnTarget Target) change) =>
        MapAsync(draft => [.. draft.Columns!.Select((target, index) => index == change.Index ? change.Target : target)]);

    private async Task MapAllAsync()
    {
        await MapAsync(draft => new ColumnMapping(draft.Source!.Headers, draft.Columns!).MapAllToRequestData().Targets);
        Announcer.Announce("All columns but the phone number are request data now.");
    }

    private async Task ResetAsync()
    {
        await MapAsync(_ => MappingGuesser.Apply(_guesses).Targets);
        Announcer.Announce("The columns are as they were guessed.");
    }

    // Another tab may have replaced the file meanwhile, and with it what the columns are.
    private Task MapAsync(Func<BatchDraft, IReadOnlyList<ColumnTarget>> map) => Editor.ChangeAsync(draft =>
    {
        if (draft.Source?.StoredAs == _file)
            draft.Decide(map(draft), draft.Phone, draft.CallDuplicates);
    });

    private ColumnGuess? GuessOf(int index) => index < _guesses.Count ? _guesses[index] : null;

    private IReadOnlyList<string> SamplesOf(int index) =>
    [
        .. _rows.Where(row => row.Fault is null && !string.IsNullOrWhiteSpace(row.Fields[index]))
            .Take(Samples).Select(row => VisibleText.Of(row.Fields[index])),
    ];
}
