using System.Globalization;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Templates;

/// <summary>One version beside another, line by line.</summary>
public sealed partial class TemplateVersions
{
    private TemplateVersion _shown = null!;
    private TemplateVersion? _other;
    private IReadOnlyList<DiffLine> _lines = [];

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired] public required TemplateHistory History { get; set; }

    /// <summary>The one that is shown; one that does not exist is the newest.</summary>
    [Parameter, EditorRequired] public int? Version { get; set; }

    /// <summary>What it is compared with; one that does not exist is the one before it.</summary>
    [Parameter, EditorRequired] public int? Beside { get; set; }

    [Parameter, EditorRequired] public EventCallback<TemplateVersion> OnRestore { get; set; }

    private string Heading => $"What version {_shown.Number} says";

    private string? Chosen => _other?.Number.ToString(CultureInfo.InvariantCulture);

    private string Summary => _other is null
        ? "It is the first version; there is none to compare it with."
        : _lines.All(line => line.Change == LineChange.Same)
            ? $"It says the same as version {_other.Number}."
            : $"{Counted.Of(Count(LineChange.Added), "line")} added, {Counted.Number(Count(LineChange.Removed))} removed since version {_other.Number}.";

    protected override void OnParametersSet()
    {
        _shown = Find(Version) ?? History.Newest;
        _other = Beside != _shown.Number ? Find(Beside) : null;
        _other ??= Find(_shown.Number - 1) ?? History.Versions.LastOrDefault(version => version != _shown);
        var lines = TemplateText.Lines(_shown);
        _lines = LineDiff.Of(_other is null ? lines : TemplateText.Lines(_other), lines);
    }

    private TemplateVersion? Find(int? number) => History.Versions.FirstOrDefault(version => version.Number == number);

    private int Count(LineChange change) => _lines.Count(line => line.Change == change);

    private void Compare(string? number) => Navigation.NavigateTo(
        TemplateAddress.Of(_shown.TemplateId, _shown.Number, int.Parse(number!, CultureInfo.InvariantCulture)));
}
