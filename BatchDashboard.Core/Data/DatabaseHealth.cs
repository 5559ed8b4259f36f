using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>Says whether the database answers and has every table this version needs.</summary>
public sealed class DatabaseHealth(Database database)
{
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await database.ReadAsync(cancellationToken);
            return !(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        // Not reachable is an answer here, and the logs of the connection say why.
        catch (DbException)
        {
            return false;
        }
    }
}
