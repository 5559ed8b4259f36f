using BatchDashboard.Core;
using BatchDashboard.Core.Data;

namespace BatchDashboard.Web.Shell;

/// <summary>Makes this process the only one on the data directory and brings the database up to date, before anything else.</summary>
internal sealed class DataStartup(DataDirectory directory, InstanceLockHolder holder, DatabaseSetup setup) : IStartupStep
{
    public async Task<IReadOnlyList<Error>> RunAsync(CancellationToken cancellationToken)
    {
        directory.Create();
        var taken = InstanceLock.Take(directory);
        if (!taken.IsSuccess)
            return taken.Errors;
        holder.Hold(taken.Value);
        await setup.RunAsync(cancellationToken);
        return [];
    }
}
