using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Support;

/// <summary>Changes the database of an app while it runs, behind its back.</summary>
internal static class AppDatabase
{
    public static async Task ChangeDatabaseAsync(this RunningApp app, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "batchdashboard.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whatever needs the table fails from now on, and the log says so.</summary>
    public static Task LoseTableAsync(this RunningApp app, string table)
    {
        app.Log.Expect("no such table");
        app.Log.Expect("Failed executing DbCommand");
        return app.ChangeDatabaseAsync($"ALTER TABLE {table} RENAME TO lost_{table}");
    }
}
