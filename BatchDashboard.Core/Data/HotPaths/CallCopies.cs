using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>
/// Finds the calls of a batch that may be made again, and fills a new batch with copies of them, each under its own row
/// number: one walk along the keys of the old batch, however large it is.
/// </summary>
internal static class CallCopies
{
    private static readonly IEnumerable<CallStatus> Open = Enum.GetValues<CallStatus>().Where(status => !status.IsFinal());

    /// <summary>Nobody whom the batch still calls, or may have to, under another row, and nobody whom any batch is calling.</summary>
    private static readonly string IsFree =
        $"""
         c.to_number NOT IN (SELECT o.to_number FROM calls o WHERE o.key BETWEEN @low AND @high AND o.to_number IS NOT NULL AND {SqlStates.In("o.status", Open)})
         AND NOT EXISTS (SELECT 1 FROM calls t INDEXED BY calls_number_taken WHERE t.to_number = c.to_number AND ({SqlStates.AnyOf("t.status", CallTransitions.NumberTaken)}))
         """;

    private const string Advance =
        """
        UPDATE batches SET n_queued = @count,
            loaded_row = (SELECT max(key) FROM calls WHERE key BETWEEN @first AND @last) - @first,
            dispatched_row = (SELECT min(key) FROM calls WHERE key BETWEEN @first AND @last) - @first - 1
        WHERE number = @batch
        """;

    /// <summary>How many calls that ended so may be made again; what is none has no entry.</summary>
    public static Dictionary<CallStatus, int> CountToRepeat(this DashboardDbContext context, int batch, IReadOnlyList<CallStatus> outcomes)
    {
        var (low, high) = CallKey.RangeOf(batch);
        using var query = context.Prepare(
            $"SELECT c.status, count(*) {Chosen(outcomes)} GROUP BY c.status", "@low", "@high").With(low, high);
        using var reader = query.ExecuteReader();
        var counts = new Dictionary<CallStatus, int>();
        while (reader.Read())
            counts[WireName.Parse<CallStatus>(reader.GetString(0))!.Value] = reader.GetInt32(1);
        return counts;
    }

    /// <summary>Loads a batch that was just added, within the transaction that adds it.</summary>
    /// <param name="isChunked">Whether so many recipients are dialled in chunks.</param>
    public static void LoadCopies(
        this DashboardDbContext context, Batch batch, int old, IReadOnlyList<CallStatus> outcomes, bool isChunked, DateTimeOffset now)
    {
        var (low, high) = CallKey.RangeOf(old);
        var (first, last) = CallKey.RangeOf(batch.Number);
        context.Move(batch.Number, BatchStatus.Validating, now);
        var count = context.Run(
            $"""
             INSERT INTO calls (key, status, to_number, data, epoch, dials, created_at, updated_at)
             SELECT c.key - @low + @first, 'queued', c.to_number, c.data, 0, 0, @created, @now {Chosen(outcomes)} ORDER BY c.key
             """,
            ("@low", low),
            ("@high", high),
            ("@first", first),
            ("@created", batch.CreatedAt),
            ("@now", now));
        context.Run(Advance, ("@count", count), ("@first", first), ("@last", last), ("@batch", batch.Number));
        context.MarkLoaded(batch.Number, isChunked);
        context.Move(batch.Number, BatchStatus.Dispatching, now);
    }

    /// <summary>One walk for the count, and the same for the copies.</summary>
    private static string Chosen(IReadOnlyList<CallStatus> outcomes) =>
        $"FROM calls c WHERE c.key BETWEEN @low AND @high AND {SqlStates.In("c.status", outcomes)} AND {IsFree}";
}
