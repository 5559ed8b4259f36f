using BatchDashboard.Core.Data;

namespace BatchDashboard.Web.Shell;

/// <summary>Keeps the lock on the data directory for as long as the application lives.</summary>
internal sealed class InstanceLockHolder : IDisposable
{
    private InstanceLock? _lock;

    public void Hold(InstanceLock taken) => _lock = taken;

    public void Dispose() => _lock?.Dispose();
}
