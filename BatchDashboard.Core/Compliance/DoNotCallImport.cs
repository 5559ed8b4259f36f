using System.Runtime.CompilerServices;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Puts the numbers of a file on the do-not-call list, however many they are.</summary>
public sealed class DoNotCallImport(DoNotCallFiles files, DoNotCallList list, PhoneGate gate, TimeProvider time)
{
    /// <summary>Rows that are held and sorted at once, so that each transaction writes to few pages of the table.</summary>
    private const int RunLength = 100_000;

    /// <param name="progress">Told how far it is, after each transaction.</param>
    public Task<Result<DoNotCallOutcome>> RunAsync(
        DoNotCallFile file, string by, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        // Reads complete at once while the disk keeps up, and the caller is a circuit that has to stay responsive.
        Task.Run(() => ImportAsync(file, by, progress, cancellationToken), cancellationToken);

    private async Task<Result<DoNotCallOutcome>> ImportAsync(
        DoNotCallFile file, string by, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (file.Columns.Phone < 0)
            return DoNotCallErrors.NoPhoneColumn();
        if (new DoNotCallTerms(file.Reason, DoNotCallSource.Import).Problem(time.GetUtcNow()) is { } problem)
            return problem;
        if (!File.Exists(files.PathOf(file.Id)))
            return DoNotCallErrors.FileGone();
        try
        {
            var rows = await CountAsync(file, cancellationToken);
            var outcome = await AddAsync(file, rows, by, progress, cancellationToken);
            await list.RecordAsync(AuditAction.DoNotCallImported, file.Name, outcome.Words, by, cancellationToken);
            files.Remove(file.Id);
            return outcome;
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }
    }

    /// <summary>Comes first, so that a file that cannot be read to its end changes nothing.</summary>
    private async Task<int> CountAsync(DoNotCallFile file, CancellationToken cancellationToken) =>
        await ReadRowsAsync(file, cancellationToken).CountAsync(cancellationToken);

    private async Task<DoNotCallOutcome> AddAsync(
        DoNotCallFile file, int rows, string by, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
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
                firstRefused.Add(new RefusedNumber(row.RowNumber, number.Error));
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
            progress?.Report(new ImportProgress(read, rows));
        }
    }

    private async IAsyncEnumerable<SourceRow> ReadRowsAsync(
        DoNotCallFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var opened = await ImportSource.OpenAsync(files.PathOf(file.Id), file.Preview.Format, cancellationToken);
        if (!opened.IsSuccess)
            throw new SourceUnreadableException(opened.Error);
        await using var source = opened.Value;
        await foreach (var row in source.ReadRowsAsync(cancellationToken))
            yield return row;
    }
}
