using System.Runtime.CompilerServices;
using BatchDashboard.Core.Imports.Workbooks;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// A stored file under a known format: its headers, its first rows, and all its rows as a stream that is read once.
/// </summary>
public abstract class ImportSource : IAsyncDisposable
{
    /// <summary>Rows that are read ahead for the preview.</summary>
    public const int PreviewRows = 100;

    public const int MaxColumns = 1_000;
    public const int MaxCellCharacters = 10_000;

    private protected ImportSource(SourceFormat format) => Preview = new SourcePreview(format, [], []);

    public SourcePreview Preview { get; private set; }

    /// <summary>How much of the file is read, from 0 to 1.</summary>
    public abstract double PartRead { get; }

    private protected SourceFormat Format => Preview.Format;

    /// <summary>Empty until they are known: from the header row on, or without one when the first rows are read.</summary>
    private protected IReadOnlyList<string> Headers { get; private set; } = [];

    /// <summary>Reads headers and first rows, and refuses what is no table or has no recipients.</summary>
    public static Task<Result<ImportSource>> OpenAsync(
        string path, SourceFormat format, CancellationToken cancellationToken) =>
        // Reads complete at once while the disk keeps up, and the caller may be a circuit that has to stay responsive.
        Task.Run(() => OpenHereAsync(path, format, cancellationToken), cancellationToken);

    /// <summary>
    /// All rows below the header, the previewed ones included; blank rows are counted and passed over.
    /// </summary>
    /// <exception cref="SourceUnreadableException">From here on the rows cannot be told apart.</exception>
    public async IAsyncEnumerable<SourceRow> ReadRowsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in Preview.Rows)
            yield return row;
        while (await ReadFilledAsync(cancellationToken) is { } row)
            yield return Shape(row);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>The next row as it stands, without fields when it is blank; null at the end.</summary>
    private protected abstract ValueTask<SourceRow?> ReadRecordAsync(CancellationToken cancellationToken);

    /// <summary>Decides how many columns there are and what they are called.</summary>
    /// <param name="header">The header row as it stands; null when the first row is data.</param>
    /// <param name="first">The rows of the preview as they stand; at least one.</param>
    private protected abstract IReadOnlyList<string> FitColumns(string[]? header, IReadOnlyList<SourceRow> first);

    /// <summary>Gives a row as many fields as there are headers, or says why it cannot have them.</summary>
    private protected abstract SourceRow Shape(SourceRow row);

    private static async Task<Result<ImportSource>> OpenHereAsync(
        string path, SourceFormat format, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return SourceErrors.FileIsGone();
        ImportSource? source = null;
        var isOpen = false;
        try
        {
            source = format.Kind == SourceKind.Workbook
                ? WorkbookSource.Open(path, format)
                : CsvSource.Open(path, format);
            await source.ReadAheadAsync(cancellationToken);
            isOpen = true;
            return source;
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
        finally
        {
            if (!isOpen && source is not null)
                await source.DisposeAsync();
        }
    }

    private async Task ReadAheadAsync(CancellationToken cancellationToken)
    {
        var header = Format.HeaderRow > 0 ? await ReadHeaderAsync(cancellationToken) : null;
        Headers = header ?? [];
        List<SourceRow> first = [];
        while (first.Count < PreviewRows && await ReadFilledAsync(cancellationToken) is { } row)
            first.Add(row);
        if (first.Count == 0)
            throw new SourceUnreadableException(SourceErrors.NoRecipients());
        if (header is [])
            throw new SourceUnreadableException(SourceErrors.EmptyHeader(Format.HeaderRow));

        Headers = FitColumns(header, first);
        Preview = new SourcePreview(Format, Headers, [.. first.Select(Shape)]);
    }

    /// <summary>Without fields when the row is blank or not there.</summary>
    private async Task<string[]> ReadHeaderAsync(CancellationToken cancellationToken)
    {
        SourceRow? row;
        do
        {
            row = await ReadRecordAsync(cancellationToken)
                ?? throw new SourceUnreadableException(SourceErrors.NoRecipients());
        }
        while (row.RowNumber < Format.HeaderRow);

        if (row.Fault is { } fault)
            throw new SourceUnreadableException(SourceErrors.BrokenHeader(fault));
        // A row that is not in a sheet's file is blank: the one that was read in its place is data.
        return row.RowNumber == Format.HeaderRow ? row.Fields : [];
    }

    private async ValueTask<SourceRow?> ReadFilledAsync(CancellationToken cancellationToken)
    {
        SourceRow? row;
        do
            row = await ReadRecordAsync(cancellationToken);
        while (row is { Fields.Length: 0 });
        return row;
    }
}
