using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>What is wrong with the disk, for transactions that begin from then on. No run outlives its process, so nothing is synced.</summary>
internal sealed class ModelDisk : DbTransactionInterceptor
{
    private const string Whole = "PRAGMA query_only=OFF; PRAGMA max_page_count=1000000;";

    private string _state = Whole;

    /// <summary>No page can be added to the database: what it has can still be changed.</summary>
    public void Fill() => _state = "PRAGMA max_page_count=1;";

    public void MakeReadOnly() => _state = "PRAGMA query_only=ON;";

    public void Mend() => _state = Whole;

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Apply(connection);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return ValueTask.FromResult(result);
    }

    private void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; " + _state;
        command.ExecuteNonQuery();
    }
}
