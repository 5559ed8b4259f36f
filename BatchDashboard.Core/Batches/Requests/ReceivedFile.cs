namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// A file in the uploads folder that came with a request; it is removed with the request unless a batch keeps it.
/// </summary>
public sealed class ReceivedFile(string path, string? name, string hash) : IDisposable
{
    private bool _isKept;

    public string Path => path;

    /// <summary>Generated; nothing of what the sender said is in it.</summary>
    public string StoredAs => System.IO.Path.GetFileName(path);

    /// <summary>What the sender calls it, for people.</summary>
    public string? Name => name;

    /// <summary>SHA-256 of the content.</summary>
    public string Hash => hash;

    public void Keep() => _isKept = true;

    public void Dispose()
    {
        if (!_isKept)
            File.Delete(path);
    }
}
