using System.Text;
using BatchDashboard.Core;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

/// <summary>A real file with the given bytes, in the temp directory for as long as a test runs.</summary>
internal sealed class SourceFile : IDisposable
{
    public SourceFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public SourceFile(string text)
        : this(Encoding.UTF8.GetBytes(text))
    {
    }

    public string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"batchdashboard-{Guid.NewGuid():N}.csv");

    public async Task<Result<SourceDetection>> DetectAsync() =>
        await SourceFormatDetector.DetectAsync(Path, CancellationToken.None);

    /// <summary>Everything in the file, or why it is refused at whatever place.</summary>
    public async Task<Result<(IReadOnlyList<string> Headers, List<SourceRow> Rows)>> ReadAsync(
        SourceFormat? format = null)
    {
        if (format is null)
        {
            var detected = await DetectAsync();
            if (!detected.IsSuccess)
                return detected.Error;
            format = detected.Value.Format;
        }

        var opened = await ImportSource.OpenAsync(Path, format, CancellationToken.None);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var source = opened.Value;
        List<SourceRow> rows = [];
        try
        {
            await foreach (var row in source.ReadRowsAsync(CancellationToken.None))
                rows.Add(row);
        }
        catch (SourceUnreadableException unreadable)
        {
            return unreadable.Error;
        }

        return (source.Preview.Headers, rows);
    }

    public void Dispose() => File.Delete(Path);
}
