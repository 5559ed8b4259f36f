namespace BatchDashboard.Core.Data;

/// <summary>Where the folders and files of one installation are.</summary>
public sealed class DataDirectory(string root)
{
    public string Root { get; } = Path.GetFullPath(root);

    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>What the review step shows of drafts: a cache, which is emptied at every start and never backed up.</summary>
    public string Reviews => Path.Combine(Root, "reviews");

    /// <summary>Data Protection's key ring.</summary>
    public string Keys => Path.Combine(Root, "keys");

    public string DatabaseFile => Path.Combine(Root, "batchdashboard.db");

    /// <summary>Tells this database from one that was restored; see <see cref="RestoreGuard"/>.</summary>
    public string IdentityFile => Path.Combine(Root, "identity");

    public string SandboxLedger => Path.Combine(Root, "sandbox", "ledger.ndjson");

    public string LockFile => Path.Combine(Root, "instance.lock");

    /// <summary>Makes the folders that are not there yet; asked once, before anything else uses them.</summary>
    /// <exception cref="IOException">The path is no folder, or cannot be written.</exception>
    public void Create()
    {
        Directory.CreateDirectory(Uploads);
        Directory.CreateDirectory(Reviews);
        Directory.CreateDirectory(Keys);
    }
}
