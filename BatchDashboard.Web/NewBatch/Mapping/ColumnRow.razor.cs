using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>Maps one column of the file.</summary>
public sealed partial class ColumnRow
{
    private ElementReference _use;
    private string _field = "";
    private int[] _rivals = [];
    private string _others = "";

    [Parameter, EditorRequired] public required ColumnView Column { get; set; }

    /// <summary>The column is to be used as something else.</summary>
    [Parameter, EditorRequired] public EventCallback<(int Index, ColumnTarget Target)> OnChange { get; set; }

    /// <summary>Of several columns with the same use, this one keeps it.</summary>
    [Parameter, EditorRequired] public EventCallback<int> OnKeep { get; set; }

    private ColumnTarget Target => Column.Target;

    private bool TakesName => Target.Use is ColumnUse.RequestData or ColumnUse.Metadata;

    private string NameLabel => Target.Use == ColumnUse.Metadata ? $"Metadata key of {Column.Header}" : $"Variable name of {Column.Header}";

    protected override void OnParametersSet()
    {
        _field = DraftChecks.ColumnField(Column.Index);
        var headers = Draft.Source!.Headers;
        _rivals =
        [
            .. Editor.ProblemsAt(_field).Where(problem => problem.Error.Code == MappingErrors.UsedTwiceCode)
                .SelectMany(problem => problem.AlsoAt.Append(problem.Field))
                .Select(field => Enumerable.Range(0, headers.Count).First(index => DraftChecks.ColumnField(index) == field))
                .Where(index => index != Column.Index),
        ];
        _others = _rivals is [var rival] ? $"“{VisibleText.Of(DraftChecks.ColumnName(headers, rival))}”" : "the others";
    }

    private static string Sentence(string reason) => char.ToUpperInvariant(reason[0]) + reason[1..];

    private Task ChangeAsync(ColumnTarget target) => OnChange.InvokeAsync((Column.Index, target));

    // The button goes with the suggestion.
    private async Task AcceptAsync()
    {
        await ChangeAsync(Column.Guess.Suggestion!);
        await _use.FocusAsync();
    }

    private Task UseAsync(string? value) => ChangeAsync(ColumnUses.Read(
        value!, TakesName && Target.Name is { Length: > 0 } name ? name : HeaderNames.CleanAll(Draft.Source!.Headers)[Column.Index]));

    private Task NameAsync(string? name) => ChangeAsync(Target with { Name = name ?? "" });
}
