using System.Security.Cryptography;
using BatchDashboard.Core.Calls;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>Makes the database ready before anything else starts: migrations, the installation's keys, and taking over what a dead process left.</summary>
public sealed class DatabaseSetup(Database database, DataDirectory directory, CallIds callIds, TimeProvider time)
{
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

        // The instance lock is ours, so whoever held these is gone; its calls in flight are asked about at once.
        await database.WriteAsync(
            WritePriority.Interactive,
            context =>
            {
                context.Run("DELETE FROM leases");
                context.Run("UPDATE calls SET deadline = @now WHERE deadline IS NOT NULL", ("@now", time.GetUtcNow()));
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private static async Task<string> GetOrMakeKeyAsync(DashboardDbContext context, CancellationToken cancellationToken)
    {
        if (await context.Installation.FindAsync([CallIdKey], cancellationToken) is { } known)
            return known.Value;
        var made = new InstallationFact { Name = CallIdKey, Value = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)) };
        context.Add(made);
        await context.SaveChangesAsync(cancellationToken);
        return made.Value;
    }
}
