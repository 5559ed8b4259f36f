using System.Runtime.CompilerServices;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>
/// The one way from a source to recipients: read, map, validate; dry run and load differ only in what they do with
/// it.
/// </summary>
/// <remarks>
/// The same source under the same rules gives the same rows in the same order, so a load that was killed resumes by
/// running again and passing over the rows that are stored.
/// </remarks>
/// <param name="overlay">Changes to the rows of a CSV file, applied before they are read.</param>
public sealed class ImportPipeline(ImportRules rules, ImportChecks checks, RowOverlay? overlay = null)
{
    /// <summary>The rows of a CSV file, in groups of about 2,000; whoever takes a group disposes it.</summary>
    /// <param name="mapping">Free of <see cref="ColumnMapping.Problems"/>, and for the headers of this file.</param>
    /// <exception cref="SourceUnreadableException">The source is refused; rows that came before are void.</exception>
    public async IAsyncEnumerable<ImportGroup> ReadCsvAsync(
        string path,
        SourceFormat format,
        ColumnMapping mapping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (mapping.Problems() is [var problem, ..])
            throw new InvalidOperationException($"A mapping with problems reads no rows: {problem.Message}");

        var opened = await ImportSource.OpenAsync(path, format, cancellationToken);
        if (!opened.IsSuccess)
            throw new SourceUnreadableException(opened.Error);
        await using var source = opened.Value;
        if (source.Preview.Headers.Count != mapping.Targets.Count)
            throw new InvalidOperationException("The mapping was made for other columns than the file has.");

        var reader = new CsvRowReader(mapping, new RecipientGate(rules, checks), checks.Setting);
        var read = overlay is null
            ? reader.Read
            : (Action<SourceRow, ImportGroup>)((row, group) => reader.Read(overlay.Apply(row, mapping.Targets.Count), group));
        var rows = source.ReadRowsAsync(cancellationToken);
        await foreach (var group in InGroupsAsync(rows, read, () => source.PartRead, cancellationToken))
            yield return group;
    }

    /// <summary>The call objects of an API request, one JSON object per line, numbered from 1.</summary>
    /// <inheritdoc cref="ReadCsvAsync"/>
    public async IAsyncEnumerable<ImportGroup> ReadEntriesAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        using var text = new StreamReader(file);
        var reader = new EntryRowReader(new RecipientGate(rules, checks));
        var partRead = () => (double)file.Position / file.Length;
        await foreach (var group in InGroupsAsync(EntriesAsync(text, cancellationToken), reader.Read, partRead, cancellationToken))
            yield return group;
    }

    /// <summary>A single row of a CSV file, as if it were the only one: it is nobody's duplicate.</summary>
    public ImportGroup ReadAlone(ColumnMapping mapping, SourceRow row)
    {
        var group = new ImportGroups().Take();
        new CsvRowReader(mapping, new RecipientGate(rules, checks), checks.Setting).Read(row, group);
        return group;
    }

    private static async IAsyncEnumerable<string> EntriesAsync(
        StreamReader text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hasAny = false;
        while (await text.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            hasAny = true;
            yield return line;
        }

        if (!hasAny)
            throw new SourceUnreadableException(SourceErrors.NoRecipients());
    }

    /// <param name="read">Adds the row to the group.</param>
    private async IAsyncEnumerable<ImportGroup> InGroupsAsync<T>(
        IAsyncEnumerable<T> rows,
        Action<T, ImportGroup> read,
        Func<double> partRead,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var groups = new ImportGroups();
        var group = groups.Take();
        var total = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            read(row, group);
            if (++total > rules.MaxRows || group.LastRowNumber > CallKey.MaxRow)
                throw new SourceUnreadableException(SourceErrors.TooManyRows(rules.MaxRows));
            if (!group.IsFull)
                continue;

            cancellationToken.ThrowIfCancellationRequested();
            group.Progress = ImportProgress.Of(total, partRead());
            yield return group;
            group = groups.Take();
        }

        if (group.Count == 0)
            yield break;
        group.Progress = new ImportProgress(total, total);
        yield return group;
    }
}
