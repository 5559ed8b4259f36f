using System.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>The one way to write: through the gate, in one transaction, with EF and hand-written SQL side by side.</summary>
public sealed class Database(IDbContextFactory<DashboardDbContext> contexts, WriteGate gate)
{
    /// <summary>A context to read with, for EF and for hand-written SQL alike: its connection is open.</summary>
    public async Task<DashboardDbContext> ReadAsync(CancellationToken cancellationToken)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        return context;
    }

    /// <summary>Runs the work in a transaction and commits it when the work returns.</summary>
    public async Task<T> WriteAsync<T>(
        WritePriority priority, Func<DashboardDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        using var pass = await gate.EnterAsync(priority, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.MayWrite = true;
        try
        {
            if (priority == WritePriority.Bulk)
                await context.AllowLateSyncAsync(cancellationToken);
            await using var transaction =
                await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var result = await work(context);
            // The work is done: to be cancelled now would leave open whether it was stored.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            context.MayWrite = false;
        }
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(
        WritePriority priority, Func<DashboardDbContext, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            priority,
            async context =>
            {
                await work(context);
                return true;
            },
            cancellationToken);
}
