using System.Runtime.CompilerServices;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Puts the numbers of a file on the do-not-call list, however many they are.</summary>
public sealed class DoNotCallImport(DoNotCallFiles files, DoNotCallList list, PhoneGate gate, TimeProvider time)
{
    /// <summary>Rows that are held and sorted at once, so that each transaction writes to few pages of the table.</summary>
    private const int RunLength = 100_000;

    /// <param name="progress">Told the share of the rows that are done, from 0 to 1.</param>
    public Task<Result<DoNotCallOutcome>> RunAsync(
        DoNotCallFile file, string by, IProgress<double>? progress, CancellationToken cancellationToken) =>
        // Reads complete at once while the disk keeps up, and the caller is a circuit that has to stay responsive.
        Task.Run(() => ImportAsync(file, by, progress, cancellationToken), cancellationToken);

    private async Task<Result<DoNotCallOutcome>> ImportAsync(
        DoNotCallFile file, string by, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        if (file.Columns.Phone < 0)
            return DoNotCallErrors.NoPhoneColumn();
        if (new DoNotCallTerms(file.Reason, DoNotCallSource.Import).Problem(time.GetUtcNow()) is { } problem)
            return problem;
        if (!File.Exists(files.PathOf(file.Id)))
            return DoNotCallErrors.FileGone();
        try
        {
            var outcome = await AddAsync(file, await CountRowsAsync(file, cancellationToken), by, progress, cancellationToken);
            await list.RecordAsync(AuditAction.DoNotCallImported, file.Name, outcome.Words, by, cancellationToken);
            files.Remove(file.Id);
            return outcome;
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
    }

    /// <summary>Reads the file to its end first, so that one that cannot be read changes nothing.</summary>
    private async Task<int> CountRowsAsync(DoNotCallFile file, CancellationToken cancellationToken)
    {
        var rows = 0;
        await foreach (var _ in ReadRowsAsync(file, cancellationToken))
            rows++;
        return rows;
    }

    private async Task<DoNotCallOutcome> AddAsync(
        DoNotCallFile file, int rows, string by, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var reader = new DoNotCallRowReader(file, gate, time.GetUtcNow());
        var (read, added, refused) = (0, 0, 0);
        List<RefusedNumber> firstRefused = [];
        List<ListedNumber> run = [];
        await foreach (var row in ReadRowsAsync(file, cancellationToken))
        {
            read++;
            var number = reader.Read(row);
            if (number.IsSuccess)
                run.Add(number.Value);
            else if (++refused <= DoNotCallOutcome.ListedRefused)
                firstRefused.Add(new RefusedNumber(row.RowNumber, reader.PhoneCell(row), number.Error));
            if (run.Count == RunLength)
                await AddRunAsync();
        }

        await AddRunAsync();
        return new DoNotCallOutcome(added, read - refused - added, refused, firstRefused);

        async Task AddRunAsync()
        {
            run.Sort((one, other) => one.Digits.CompareTo(other.Digits));
            added += await list.AddAsync(run, DoNotCallSource.Import, by, isRecorded: false, cancellationToken);
            run.Clear();
            progress?.Report((double)read / rows);
        }
    }

    private async IAsyncEnumerable<SourceRow> ReadRowsAsync(
        DoNotCallFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await CsvSource.OpenAsync(files.PathOf(file.Id), file.Preview.Format, cancellationToken);
        if (!opened.IsSuccess)
            throw new SourceUnreadableException(opened.Error);
        await using var source = opened.Value;
        await foreach (var row in source.ReadRowsAsync(cancellationToken))
            yield return row;
    }
}
