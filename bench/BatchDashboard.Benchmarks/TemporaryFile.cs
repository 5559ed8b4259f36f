namespace BatchDashboard.Benchmarks;

/// <summary>A file that is gone after the measure.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private TemporaryFile(string path) => Path = path;

    public string Path { get; }

    public static async Task<TemporaryFile> OfRecipientsAsync(int rows)
    {
        var file = new TemporaryFile(System.IO.Path.GetTempFileName());
        await RecipientFile.WriteAsync(file.Path, rows);
        Console.WriteLine($"{rows:N0} rows, {new FileInfo(file.Path).Length / 1e6:F0} MB");
        return file;
    }

    public void Dispose() => File.Delete(Path);
}
