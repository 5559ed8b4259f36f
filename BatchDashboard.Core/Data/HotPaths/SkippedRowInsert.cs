using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Stores what a skipped row said and why it is skipped, whoever skips it.</summary>
internal sealed class SkippedRowInsert(DashboardDbContext context) : IDisposable
{
    private const string Insert =
        """
        INSERT INTO skipped_rows (call_key, code, "column", value, message, original) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """;

    private readonly BulkStatement _insert = new(context, Insert);

    /// <param name="original">UTF-8 JSON, all that the row says in the source.</param>
    public void Run(long key, SkippedRow row, ReadOnlySpan<byte> original)
    {
        _insert.Bind(1, key);
        _insert.Bind(2, row.Code);
        _insert.Bind(3, row.Column);
        _insert.Bind(4, row.Value);
        _insert.Bind(5, row.Message);
        _insert.Bind(6, original);
        _insert.Run();
    }

    public void Dispose() => _insert.Dispose();
}
