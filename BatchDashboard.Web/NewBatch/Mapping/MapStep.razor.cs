using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>Maps the columns of the file.</summary>
public sealed partial class MapStep
{
    private const int Samples = 3;

    /// <summary>Columns from which on one looks for one of them.</summary>
    private const int Many = 8;

    private readonly CancellationTokenSource _left = new();
    private ProposedMapping? _proposed;
    private IReadOnlyList<ColumnGuess> _guesses = [];
    private IReadOnlyList<string>[] _samples = [];
    private SourceProfile? _profile;
    private ColumnFilter _filter;
    private string _search = "";
    private string? _file;
    private string? _unreadable;
    private string _counted = "";
    private string _done = "";

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    [Inject] public required DraftFiles Files { get; init; }

    [Inject] public required DraftMappings Mappings { get; init; }

    [Inject] public required DraftProfiles Profiles { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    protected override async Task OnInitializedAsync()
    {
        base.OnInitialized();
        if (Draft.Source is not { } source)
            return;
        _file = source.StoredAs;
        var preview = await Files.PreviewAsync(source, CancellationToken.None);
        var proposed = await Mappings.ProposeAsync(source, CancellationToken.None);
        _unreadable = preview.Errors.Concat(proposed.Errors).FirstOrDefault()?.Message;
        if (_unreadable is not null)
            return;
        (_proposed, _guesses) = (proposed.Value, proposed.Value.Final(Browser.TimeZone));
        _samples = [.. source.Headers.Select((_, index) => SamplesOf(preview.Value.Rows, index))];
        _profile = await Profiles.FindAsync(Draft.Id, source, CancellationToken.None)
            ?? ColumnProfiler.OfFirstRows(preview.Value);
        SayCounted();
    }

    // The first rows tell enough to begin with; the whole file is counted while the operator looks at them.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_profile is not { IsWhole: false } || Draft.Source is not { } source || _left.IsCancellationRequested)
            return;
        _profile = _profile with { IsWhole = true };
        try
        {
            var whole = await Profiles.ReadAsync(Draft.Id, source, _left.Token);
            if (whole.IsSuccess)
                _profile = whole.Value;
            SayCounted();
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            // The step was left.
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _left.Cancel();
        _left.Dispose();
    }

    private IEnumerable<ColumnView> Columns() => Draft.Columns!.Select((target, index) => new ColumnView(
        index, VisibleText.Of(DraftChecks.ColumnName(Draft.Source!.Headers, index)), target, _guesses[index], _samples[index],
        _profile!.Columns[index], _profile.Rows));

    private IReadOnlyCollection<string> Numbers() => Mapping(Draft).PhoneColumn is >= 0 and var phone
        ? [.. _profile!.Columns[phone].Values.Keys]
        : [];

    private IEnumerable<ColumnView> Shown() => Columns().Where(column =>
        _filter.Lets(column, Editor.Problems) && column.Header.Contains(_search.Trim(), StringComparison.CurrentCultureIgnoreCase));

    private void ShowAll() => (_filter, _search) = (ColumnFilter.All, "");

    private int CountOf(ColumnFilter filter) => Columns().Count(column => filter.Lets(column, Editor.Problems));

    private Task ChangeColumnAsync((int Index, ColumnTarget Target) change) =>
        MapAsync(draft => [.. draft.Columns!.Select((target, index) => index == change.Index ? change.Target : target)]);

    private Task KeepAsync(int column) => MapAsync(draft => Mapping(draft).KeepAt(column).Targets);

    private Task MapAllAsync() => MapManyAsync(
        mapping => mapping.MapAllToRequestData(), "All columns but the phone number are request data already; nothing changed.");

    private Task MapRemainingAsync() => MapManyAsync(
        mapping => mapping.MapUnusedToRequestData(), "Every column is used already; nothing changed.");

    private async Task MapManyAsync(Func<ColumnMapping, ColumnMapping> map, string noneChanged)
    {
        var before = Draft.Columns!;
        await MapAsync(draft => map(Mapping(draft)).Targets);
        var changed = before.Zip(Draft.Columns!, (old, now) => old.IsSameAs(now)).Count(same => !same);
        Say(changed == 0 ? noneChanged : $"{Counted.Of(changed, "column")} became request data.");
    }

    private void Say(string done)
    {
        _done = done;
        Announcer.Announce(done);
    }

    private async Task ResetAsync()
    {
        _guesses = _proposed!.Guesses;
        await MapAsync(_ => MappingGuesser.Apply(_guesses).Targets);
        Say("The columns are as they were guessed.");
    }

    private async Task ReuseAsync(MappingMatch match)
    {
        _guesses = _proposed!.Recall(match, [.. _guesses.Select(guess => guess.Target)], Browser.TimeZone);
        await ChangeAsync(draft => draft.Recall(match.Mapping, [.. _guesses.Select(guess => guess.Target)]));
        Say($"{Counted.Of(match.Shared, "column")} mapped as in {match.Mapping.BatchName}.");
    }

    private Task MapAsync(Func<BatchDraft, IReadOnlyList<ColumnTarget>> map) =>
        ChangeAsync(draft => draft.Decide(map(draft), draft.Phone, draft.CallDuplicates));

    // Another tab may have replaced the file meanwhile, and with it what the columns are.
    private Task ChangeAsync(Action<BatchDraft> change)
    {
        _done = "";
        return Editor.ChangeAsync(draft =>
        {
            if (draft.Source?.StoredAs == _file)
                change(draft);
        });
    }

    private void SayCounted() => _counted = _profile!.IsWhole
        ? $"Counted over all {Counted.Of(_profile.Rows, "row")}."
        : $"Counted over the first {Counted.Of(_profile.Rows, "row")}; the whole file is being read…";

    private static ColumnMapping Mapping(BatchDraft draft) => new(draft.Source!.Headers, draft.Columns!);

    private static IReadOnlyList<string> SamplesOf(IReadOnlyList<SourceRow> rows, int column) =>
    [
        .. rows.Where(row => row.Fault is null && !string.IsNullOrWhiteSpace(row.Fields[column]))
            .Take(Samples).Select(row => VisibleText.Of(row.Fields[column])),
    ];
}
