using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BatchDashboard.Core.Data;

/// <summary>Hand-written SQL on the connection and in the transaction of a context.</summary>
internal static class SqlCommands
{
    /// <summary>A command whose parameters are named in order of <paramref name="parameters"/>; set them with <see cref="With"/> and run it any number of times.</summary>
    public static SqliteCommand Prepare(this DashboardDbContext context, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = ((SqliteConnection)context.Database.GetDbConnection()).Prepare(sql, parameters);
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <inheritdoc cref="Prepare(DashboardDbContext, string, ReadOnlySpan{string})"/>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.Prepare(sql);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = ToSql(values[i]);
        return command;
    }

    public static int Run(this DashboardDbContext context, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = context.Prepare(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, ToSql(value));
        return command.ExecuteNonQuery();
    }

    private static object ToSql(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.UtcTicks,
        Enum state => WireName.Of(state),
        _ => value,
    };
}
