using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BatchDashboard.Core.Data;

/// <summary>How every connection to the embedded database is opened.</summary>
public static class SqliteConnections
{
    /// <summary>Points an EF context at the database of the data directory.</summary>
    public static DbContextOptionsBuilder UseDataDirectory(
        this DbContextOptionsBuilder options, DataDirectory directory, string migrationsTable) =>
        options
            .UseSqlite(ConnectionString(directory), sqlite => sqlite.MigrationsHistoryTable(migrationsTable))
            .AddInterceptors(ConnectionSettings.Instance);

    /// <summary>
    /// Until the connection is closed, its commits are safe from a crash of the process, and from a power cut once
    /// another commit is: enough for work that finds out by itself where to go on, and a third faster.
    /// </summary>
    internal static async Task AllowLateSyncAsync(this DashboardDbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        context.Run("PRAGMA synchronous=NORMAL; PRAGMA cache_size=-2048");
    }

    private static string ConnectionString(DataDirectory directory) => new SqliteConnectionStringBuilder
    {
        DataSource = directory.DatabaseFile,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    private sealed class ConnectionSettings : DbConnectionInterceptor
    {
        public static readonly ConnectionSettings Instance = new();

        // FULL: a committed intent must survive a power cut. 16 KB pages are set before the first table exists and
        // ignored afterwards; they make the wide rows of calls cheaper to store.
        private const string Pragmas =
            "PRAGMA page_size=16384; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; " +
            "PRAGMA cache_size=-32768; PRAGMA temp_store=MEMORY;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Apply(connection);
            return Task.CompletedTask;
        }

        private static void Apply(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }
    }
}
