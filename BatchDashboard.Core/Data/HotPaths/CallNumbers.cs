using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// The calls of a batch by their numbers, written once the batch is loaded. A batch that has none yet is read
/// through.
/// </summary>
internal static class CallNumbers
{
    private const string Find =
        """
        SELECT * FROM calls WHERE key IN (
            SELECT (n.batch << 24) + n.row FROM batches b CROSS JOIN call_numbers n ON n.batch = b.number AND n.number = {0}
            WHERE b.numbers_indexed = 1 AND b.number BETWEEN {2} AND {3}
            UNION ALL
            SELECT c.key FROM batches b CROSS JOIN calls c
                ON c.key > b.number << 24 AND c.key < (b.number + 1) << 24 AND c.to_number = {1}
            WHERE b.numbers_indexed = 0 AND b.number BETWEEN {2} AND {3})
        """;

    /// <summary>Calls to the number, of one batch or of all.</summary>
    public static IQueryable<Call> CallsTo(this DashboardDbContext context, PhoneNumber number, int? batch) =>
        context.Calls.FromSqlRaw(Find, number.Digits, number.E164, batch ?? 0, batch ?? int.MaxValue).AsNoTracking();

    /// <summary>
    /// A batch whose rows are all stored, and whose numbers are not in the index; null when there is none, and while a load is
    /// under way, which is not to be held up.
    /// </summary>
    public static int? NextToIndex(this DashboardDbContext context) =>
        context.Batches.Any(batch => !batch.Loaded && batch.FinishedAt == null)
            ? null
            : context.Batches.Where(batch => !batch.NumbersIndexed).OrderBy(batch => batch.Number)
                .Select(batch => (int?)batch.Number).FirstOrDefault();

    /// <summary>Reads the numbers of the next calls behind a key, each with its row, and puts them into the order of the numbers.</summary>
    /// <returns>How many there are, and the last key of them.</returns>
    public static (int Count, long Last) ReadNumbers(this DashboardDbContext context, int batch, long after, long[] numbers, int[] rows)
    {
        using var query = context.Prepare(
            $"""
            SELECT {SqlNumbers.Digits}, key FROM calls
            WHERE key > @after AND key <= @last AND to_number IS NOT NULL ORDER BY key LIMIT @count
            """,
            "@after",
            "@last",
            "@count").With(after, CallKey.RangeOf(batch).Last, numbers.Length);
        using var reader = query.ExecuteReader();
        var (count, last) = (0, after);
        for (; reader.Read(); count++)
        {
            last = reader.GetInt64(1);
            (numbers[count], rows[count]) = (reader.GetInt64(0), new CallKey(last).RowNumber);
        }

        Array.Sort(numbers, rows, 0, count);
        return (count, last);
    }

    /// <summary>Passes over what was written before.</summary>
    public static void IndexNumbers(this DashboardDbContext context, int batch, ReadOnlySpan<long> numbers, ReadOnlySpan<int> rows)
    {
        using var insert = new BulkStatement(context, "INSERT OR IGNORE INTO call_numbers (batch, number, row) VALUES (?1, ?2, ?3)");
        insert.Bind(1, batch);
        for (var i = 0; i < numbers.Length; i++)
        {
            insert.Bind(2, numbers[i]);
            insert.Bind(3, rows[i]);
            insert.Run();
        }
    }

    public static void MarkNumbersIndexed(this DashboardDbContext context, int batch) =>
        context.Run("UPDATE batches SET numbers_indexed = 1 WHERE number = @batch", ("@batch", batch));
}
