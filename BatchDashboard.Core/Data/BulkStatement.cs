using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace BatchDashboard.Core.Data;

/// <summary>
/// A statement that is run for each of very many rows, in the transaction of a context. It goes straight to the engine:
/// a command spends more on a row than the engine does.
/// </summary>
internal sealed class BulkStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">With parameters <c>?1</c>, <c>?2</c> and so on. One that is bound keeps its value for the rows that follow.</param>
    public BulkStatement(DashboardDbContext context, string sql)
    {
        _database = ((SqliteConnection)context.Database.GetDbConnection()).Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public void Bind(int parameter, long? value) => Check(value is { } number
        ? raw.sqlite3_bind_int64(_statement, parameter, number)
        : raw.sqlite3_bind_null(_statement, parameter));

    public void Bind(int parameter, string? value) => Check(value is null
        ? raw.sqlite3_bind_null(_statement, parameter)
        : raw.sqlite3_bind_text(_statement, parameter, value));

    /// <param name="utf8">Not empty: without bytes, the engine takes it for null.</param>
    public void Bind(int parameter, ReadOnlySpan<byte> utf8) =>
        Check(raw.sqlite3_bind_text(_statement, parameter, utf8));

    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
