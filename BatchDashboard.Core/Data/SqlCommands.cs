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
        var command = context.Command(sql);
        if (command.Parameters.Count == 0)
            command.Name(parameters);
        return command;
    }

    /// <inheritdoc cref="Prepare(DashboardDbContext, string, ReadOnlySpan{string})"/>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Name(parameters);
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
        using var command = context.Command(sql);
        var isNew = command.Parameters.Count == 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            if (isNew)
                command.Parameters.Add(new SqliteParameter { ParameterName = parameters[i].Name });
            command.Parameters[i].Value = ToSql(parameters[i].Value);
        }

        return command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(this DashboardDbContext context, string sql)
    {
        var command = context.Kept?.Take(sql) ?? ((SqliteConnection)context.Database.GetDbConnection()).Prepare(sql);
        command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Name(this SqliteCommand command, ReadOnlySpan<string> parameters)
    {
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    private static object ToSql(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.UtcTicks,
        Enum state => WireName.Of(state),
        _ => value,
    };
}
