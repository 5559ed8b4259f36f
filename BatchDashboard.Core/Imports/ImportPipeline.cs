using System.Runtime.CompilerServices;

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
    private const int GroupRows = 2_000;

    /// <summary>Keeps memory flat when rows are long.</summary>
    private const int GroupCharacters = 4 * 1024 * 1024;

    /// <summary>The rows of a CSV file, in groups of about 2,000.</summary>
    /// <param name="mapping">Free of <see cref="ColumnMapping.Problems"/>, and for the headers of this file.</param>
    /// <exception cref="SourceUnreadableException">The source is refused; rows that came before are void.</exception>
    public IAsyncEnumerable<IReadOnlyList<ImportedRow>> ReadCsvAsync(
        string path,
        SourceFormat format,
        ColumnMapping mapping,
        CancellationToken cancellationToken) =>
        InGroupsAsync(CsvRowsAsync(path, format, mapping, cancellationToken), cancellationToken);

    /// <summary>The call objects of an API request, one JSON object per line, numbered from 1.</summary>
    /// <inheritdoc cref="ReadCsvAsync"/>
    public IAsyncEnumerable<IReadOnlyList<ImportedRow>> ReadEntriesAsync(
        string path,
        CancellationToken cancellationToken) =>
        InGroupsAsync(EntryRowsAsync(path, cancellationToken), cancellationToken);

    /// <summary>A single row of a CSV file, as if it were the only one: it is nobody's duplicate.</summary>
    public ImportedRow ReadAlone(ColumnMapping mapping, SourceRow row) =>
        new CsvRowReader(mapping, new RecipientGate(rules, checks), checks.Setting).Read(row);

    private async IAsyncEnumerable<ImportedRow> CsvRowsAsync(
        string path,
        SourceFormat format,
        ColumnMapping mapping,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (mapping.Problems() is [var problem, ..])
            throw new InvalidOperationException($"A mapping with problems reads no rows: {problem.Message}");

        var opened = await CsvSource.OpenAsync(path, format, cancellationToken);
        if (!opened.IsSuccess)
            throw new SourceUnreadableException(opened.Error);
        await using var source = opened.Value;
        if (source.Preview.Headers.Count != mapping.Targets.Count)
            throw new InvalidOperationException("The mapping was made for other columns than the file has.");

        var reader = new CsvRowReader(mapping, new RecipientGate(rules, checks), checks.Setting);
        await foreach (var row in source.ReadRowsAsync(cancellationToken))
            yield return reader.Read(overlay?.Apply(row, mapping.Targets.Count) ?? row);
    }

    private async IAsyncEnumerable<ImportedRow> EntryRowsAsync(
        string path,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new EntryRowReader(new RecipientGate(rules, checks));
        var entry = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
            if (!string.IsNullOrWhiteSpace(line))
                yield return reader.Read(line, ++entry);
        if (entry == 0)
            throw new SourceUnreadableException(SourceErrors.NoRecipients());
    }

    private async IAsyncEnumerable<IReadOnlyList<ImportedRow>> InGroupsAsync(
        IAsyncEnumerable<ImportedRow> rows,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ImportedRow> group = [];
        var characters = 0;
        var total = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (++total > rules.MaxRows)
                throw new SourceUnreadableException(SourceErrors.TooManyRows(rules.MaxRows));
            group.Add(row);
            characters += row.Data.Length;
            if (group.Count < GroupRows && characters < GroupCharacters)
                continue;

            cancellationToken.ThrowIfCancellationRequested();
            yield return group;
            (group, characters) = ([], 0);
        }

        if (group.Count > 0)
            yield return group;
    }
}
