using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Shows what a repair would do and does it when asked.</summary>
public sealed partial class RepairCard
{
    private const int MostNamed = 5;

    private ElementReference _box;
    private RepairPreview? _preview;
    private IReadOnlyList<string> _best = [];
    private string _country = "";
    private string? _refusal;
    private bool _isBusy;

    [Parameter, EditorRequired] public required string Code { get; set; }

    [Parameter, EditorRequired] public RepairKind Kind { get; set; }

    [Parameter, EditorRequired] public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired] public EventCallback OnApplied { get; set; }

    [Inject] public required DraftRepairs Repairs { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    private Repair Repair => new(Kind, Code, Kind == RepairKind.UseCountry ? _country : null);

    private string Apply => Kind == RepairKind.Drop ? $"Drop {Counted.Of(_preview!.Rows, "row")}" : "Apply";

    protected override async Task OnInitializedAsync()
    {
        base.OnInitialized();
        if (Kind == RepairKind.UseCountry)
            _best = await Repairs.BestCountriesAsync(Draft, Code, CancellationToken.None);
        // Where several would do, nobody but the operator can know which.
        _country = _best is [var only] ? only : Draft.Phone.DefaultCountry;
        await LookAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _box.FocusAsync();
    }

    private Task TryAsync(string? country)
    {
        _country = country!;
        return LookAsync();
    }

    private async Task LookAsync()
    {
        var repair = Repair;
        var preview = await Repairs.PreviewAsync(Draft, repair, CancellationToken.None);
        // Another country may have been chosen meanwhile.
        if (repair == Repair)
            _preview = preview;
    }

    private async Task ApplyAsync()
    {
        _isBusy = true;
        var applied = await Repairs.ApplyAsync(Draft, Repair, CancellationToken.None);
        _isBusy = false;
        _refusal = applied.IsSuccess ? null : applied.Error.Message;
        if (!applied.IsSuccess)
            return;
        Announcer.Announce($"Done: {Counted.Of(_preview!.Rows, "row")} changed. It can be undone.");
        await OnApplied.InvokeAsync();
    }

    private string Summary(RepairPreview preview) => (Kind, preview.Rows) switch
    {
        (RepairKind.UseCountry, 0) => $"None of the {Counted.Of(preview.Of, "number")} is a number of this country.",
        (RepairKind.UseCountry, _) => $"{Counted.Number(preview.Rows)} of {Counted.Of(preview.Of, "number")} can be called then. The others stay as they are.",
        (RepairKind.Drop, _) => $"{Counted.Of(preview.Rows, "row")} will not be called, and will be listed as dropped. Your file stays as it is.",
        (_, 0) => "This would change nothing.",
        _ => $"{Counted.Of(preview.Rows, "row")} would be changed. Your file stays as it is.",
    };

    private string Several => _best.Count > MostNamed
        ? $"They may be numbers of {_best.Count} countries; choose the one they are of."
        : $"They may be numbers of {string.Join(", ", _best.Select(Countries.NameOf))}; choose the one they are of.";

    private static string Shown(string? value) => VisibleText.Of(string.IsNullOrEmpty(value) ? "empty" : value);
}
