using System.Security.Cryptography;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Dispatching;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>Makes the database ready before anything else starts: migrations, the installation's keys, and taking over what a dead process left.</summary>
public sealed class DatabaseSetup(
    Database database,
    DataDirectory directory,
    CallIds callIds,
    DialSwitch dialSwitch,
    DialLimits dialLimits,
    HaltedBatches halted,
    TimeProvider time)
{
    private static readonly Error Restored = new(
        "restored",
        "The data was restored from a backup, which does not know the calls that were made since. See what was called in the " +
        "meantime, cancel what is done, and resume the rest.");

    private const string CallIdKey = "call_id_key";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using (var context = await database.ReadAsync(cancellationToken))
            await context.Database.MigrateAsync(cancellationToken);

        callIds.Use(Convert.FromHexString(await database.WriteAsync(
            WritePriority.Interactive, context => GetOrMakeKeyAsync(context, cancellationToken), cancellationToken)));

        // A kill may have cut one off in the middle; whoever needs one makes it again.
        foreach (var review in Directory.EnumerateFiles(directory.Reviews))
            File.Delete(review);

        await database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                TakeOver(context, time.GetUtcNow());
                if (new RestoreGuard(directory).Pass(context))
                    PauseAll(context);
                return Task.CompletedTask;
            },
            cancellationToken);
        await dialSwitch.LoadAsync(cancellationToken);
        await dialLimits.LoadAsync(cancellationToken);
    }

    /// <summary>The instance lock is ours, so whoever held these is gone; its calls in flight are asked about at once.</summary>
    internal static void TakeOver(DashboardDbContext context, DateTimeOffset now)
    {
        context.Run("DELETE FROM leases");
        context.Run("UPDATE calls SET deadline = @now WHERE deadline IS NOT NULL", ("@now", now));
    }

    private void PauseAll(DashboardDbContext context)
    {
        foreach (var batch in context.Batches.Where(b => b.FinishedAt == null).Select(b => b.Number).ToList())
            context.PauseFor(batch, Restored, halted, time.GetUtcNow());
    }

    private static async Task<string> GetOrMakeKeyAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        if (await context.Installation.FindAsync([CallIdKey], cancellationToken) is { } known)
            return known.Value;
        var made = new InstallationFact { Name = CallIdKey, Value = Convert.ToHexString(RandomNumberGenerator.GetBytes(SipHash.KeySize)) };
        context.Add(made);
        await context.SaveChangesAsync(cancellationToken);
        return made.Value;
    }
}
