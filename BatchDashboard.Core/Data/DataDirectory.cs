namespace BatchDashboard.Core.Data;

/// <summary>The folders and files of one installation, made on first use.</summary>
public sealed class DataDirectory
{
    public DataDirectory(string root)
    {
        Root = Path.GetFullPath(root);
        Directory.CreateDirectory(Root);
        Uploads = Directory.CreateDirectory(Path.Combine(Root, "uploads")).FullName;
        Keys = Directory.CreateDirectory(Path.Combine(Root, "keys")).FullName;
    }

    public string Root { get; }

    public string Uploads { get; }

    /// <summary>Data Protection's key ring.</summary>
    public string Keys { get; }

    public string DatabaseFile => Path.Combine(Root, "batchdashboard.db");

    public string SandboxLedger => Path.Combine(Root, "sandbox", "ledger.ndjson");

    public string LockFile => Path.Combine(Root, "instance.lock");
}
