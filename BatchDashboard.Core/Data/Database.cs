using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>The one way to write: through the gate, in one transaction, with EF and hand-written SQL side by side.</summary>
public sealed class Database(IDbContextFactory<DashboardDbContext> contexts, WriteGate gate) : IDisposable
{
    /// <summary>Dispatch writes all the time, so its context stays open, and its commands prepared; null while it is in use.</summary>
    private DashboardDbContext? _ofDispatch;

    private volatile bool _isOver;

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
        if (priority == WritePriority.Dispatch)
            return await WriteForDispatchAsync(work, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (priority == WritePriority.Bulk)
            await context.AllowLateSyncAsync(cancellationToken);
        return await CommitAsync(context, work, cancellationToken);
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

    public void Dispose()
    {
        _isOver = true;
        if (Interlocked.Exchange(ref _ofDispatch, null) is not { } context)
            return;
        context.Kept = null;
        context.Dispose();
    }

    private async Task<T> WriteForDispatchAsync<T>(Func<DashboardDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        var context = Interlocked.Exchange(ref _ofDispatch, null) ?? await OpenForDispatchAsync(cancellationToken);
        var isSound = false;
        try
        {
            var result = await CommitAsync(context, work, cancellationToken);
            context.ChangeTracker.Clear();
            isSound = true;
            return result;
        }
        finally
        {
            // Whatever went wrong goes with the context.
            if (isSound)
                Volatile.Write(ref _ofDispatch, context);
            else
                await DropAsync(context);
            if (_isOver)
                Dispose();
        }
    }

    private async Task<DashboardDbContext> OpenForDispatchAsync(CancellationToken cancellationToken)
    {
        var context = await ReadAsync(cancellationToken);
        context.Kept = new KeptCommands((SqliteConnection)context.Database.GetDbConnection());
        return context;
    }

    private static ValueTask DropAsync(DashboardDbContext context)
    {
        context.Kept = null;
        return context.DisposeAsync();
    }

    private static async Task<T> CommitAsync<T>(
        DashboardDbContext context, Func<DashboardDbContext, Task<T>> work, CancellationToken cancellationToken)
    {
        context.MayWrite = true;
        try
        {
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
}
