using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data;

/// <summary>
/// Commands of one connection that stay prepared from transaction to transaction: to parse a statement costs more than to run
/// it. Whoever disposes such a command gives it back.
/// </summary>
internal sealed class KeptCommands(SqliteConnection connection)
{
    /// <summary>More than dispatch has; texts that are made up anew each time would only pile up.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, KeptCommand> _free = [];

    /// <summary>A command for this text; it has its parameters if it was used before.</summary>
    public SqliteCommand Take(string sql) =>
        _free.Remove(sql, out var known) ? known : new KeptCommand(this) { Connection = connection, CommandText = sql };

    /// <summary>False: it is not kept.</summary>
    private bool Keep(KeptCommand command)
    {
        command.Transaction = null;
        return _free.Count < Most && _free.TryAdd(command.CommandText, command);
    }

    private sealed class KeptCommand(KeptCommands keeper) : SqliteCommand
    {
        protected override void Dispose(bool disposing)
        {
            if (!disposing || !keeper.Keep(this))
                base.Dispose(disposing);
        }
    }
}
