using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>Shows how the file is read, and reads it again in another way.</summary>
public sealed partial class FileCard
{
    private DraftSource? _shown;
    private SourceFormat _format = new();
    private IReadOnlyList<SourceRow> _rows = [];
    private IReadOnlyList<string> _warnings = [];
    private string _count = "";
    private string? _refusal;

    [Parameter, EditorRequired] public required DraftSource Source { get; set; }

    [Inject] public required DraftFiles Files { get; init; }

    [Inject] public required DraftFormats Formats { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_shown, Source))
            return;
        var source = _shown = Source;
        _format = source.Format;
        var preview = await Files.PreviewAsync(source, CancellationToken.None);
        var head = await Files.HeadAsync(source, CancellationToken.None);
        if (!ReferenceEquals(_shown, source))
            return;

        _refusal = preview.Errors.Concat(head.Errors).FirstOrDefault()?.Message;
        if (_refusal is not null)
            return;
        _rows = head.Value;
        _warnings = [.. Guess(source), .. Unused(source.Format), .. SourceWarnings.Of(preview.Value)];
        _count = RowCount.Of(source, preview.Value);
    }

    private async Task ChangeAsync(SourceFormat format)
    {
        (_format, _refusal) = (format, null);
        await Editor.SettledAsync();
        var changed = await Formats.ChangeAsync(Draft.Id, Draft.Owner, format, CancellationToken.None);
        // A later change is on its way and will say how it ended.
        if (_format != format)
            return;
        if (changed.IsSuccess)
        {
            Announcer.Announce("The first rows are shown as they are read now.");
            await Editor.ReloadAsync();
        }
        else
        {
            (_format, _refusal) = (Source.Format, $"It cannot be read in that way. {changed.Error.Message}");
        }
    }

    private static IEnumerable<string> Guess(DraftSource source)
    {
        if (source.Detected is { EncodingIsGuess: true } && !source.Chosen.Contains(FormatPart.Encoding))
            yield return "The encoding is a guess: look whether names with accents are spelled right, or choose another.";
    }

    private static IEnumerable<string> Unused(SourceFormat format)
    {
        if (format.HeaderRow == 2)
            yield return "Row 1 stands above the header and is not used.";
        else if (format.HeaderRow > 2)
            yield return $"Rows 1 to {Counted.Number(format.HeaderRow - 1)} stand above the header and are not used.";
    }
}
