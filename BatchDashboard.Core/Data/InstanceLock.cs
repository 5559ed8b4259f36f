namespace BatchDashboard.Core.Data;

/// <summary>Lets one process at a time work on a data directory; the operating system gives it back when the process dies.</summary>
public sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    public static Result<InstanceLock> Take(DataDirectory directory)
    {
        try
        {
            return new InstanceLock(
                new FileStream(directory.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return new Error(
                "data_directory_in_use",
                $"Another BatchDashboard is already running on {directory.Root}. Stop it, or set Storage:DataDirectory to another folder.");
        }
    }

    public void Dispose() => _file.Dispose();
}
