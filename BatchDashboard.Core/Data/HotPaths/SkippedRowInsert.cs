using BatchDashboard.Core.Imports;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Stores what a skipped row said and why it is skipped, whoever skips it.</summary>
internal sealed class SkippedRowInsert(DashboardDbContext context) : IDisposable
{
    private const string Insert =
        """
        INSERT INTO skipped_rows (call_key, code, "column", value, message, original)
        VALUES (@key, @code, @column, @value, @message, @original)
        """;

    private readonly SqliteCommand _command =
        context.Prepare(Insert, "@key", "@code", "@column", "@value", "@message", "@original");

    public void Run(long key, RowProblem problem) =>
        _command.With(key, problem.Code, problem.Column, problem.Value, problem.Message, problem.Original).ExecuteNonQuery();

    public void Dispose() => _command.Dispose();
}
