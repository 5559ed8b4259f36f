using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Compliance;

/// <summary>Keeps uploaded files of numbers until they are imported, and finds out how they are to be read.</summary>
public sealed class DoNotCallFiles(
    DataDirectory directory, ReceivedFiles received, PhoneGate gate, IOptions<ImportOptions> options, TimeProvider time)
{
    /// <summary>Of its own, so that no other upload can be taken for one of these.</summary>
    private const string Extension = ".dnc.csv";

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    public int MaxMegabytes => options.Value.MaxFileMegabytes;

    /// <summary>Stores a file as a stream, up to the limit; those that were left lying are removed.</summary>
    public async Task<Result<Guid>> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        RemoveAbandoned();
        var saved = await received.SaveAsync(content, Extension, name: null, cancellationToken);
        if (!saved.IsSuccess)
            return SourceErrors.FileTooLarge(MaxMegabytes);
        saved.Value.Keep();
        return Guid.Parse(saved.Value.StoredAs.AsSpan(0, saved.Value.StoredAs.Length - Extension.Length));
    }

    public async Task<Result<DoNotCallFile>> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!File.Exists(PathOf(id)))
            return DoNotCallErrors.FileGone();
        var detected = await SourceFormatDetector.DetectAsync(PathOf(id), cancellationToken);
        if (!detected.IsSuccess)
            return detected.Error;
        var format = detected.Value.Format;
        var read = await ReadAsync(id, format, cancellationToken);
        if (read is { IsSuccess: true } && HasHeader(read.Value))
            return read;

        // A list of bare numbers: its first row is one of them.
        var bare = await ReadAsync(id, format with { HeaderRow = 0 }, cancellationToken);
        return read.IsSuccess || bare is { IsSuccess: true, Value.Columns.Phone: >= 0 } ? bare : read;
    }

    public void Remove(Guid id) => File.Delete(PathOf(id));

    internal string PathOf(Guid id) => Path.Combine(directory.Uploads, $"{id:N}{Extension}");

    private static bool HasHeader(DoNotCallFile file) => file.Columns.Phone < 0
        ? file.Preview.Headers.Any(IsName)
        : IsName(file.Preview.Headers[file.Columns.Phone]);

    private static bool IsName(string header) => header.Any(char.IsLetter);

    private async Task<Result<DoNotCallFile>> ReadAsync(Guid id, SourceFormat format, CancellationToken cancellationToken)
    {
        var opened = await ImportSource.OpenAsync(PathOf(id), format, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var source = opened.Value;
        var columns = DoNotCallColumns.Guess(
            source.Preview, cell => gate.Check(cell, PastedNumbers.AnyNumber("US")).Number is not null);
        return new DoNotCallFile(id, source.Preview, columns);
    }

    private void RemoveAbandoned()
    {
        var oldest = (time.GetUtcNow() - KeptFor).UtcDateTime;
        foreach (var path in Directory.EnumerateFiles(directory.Uploads, $"*{Extension}"))
        {
            if (File.GetLastWriteTimeUtc(path) < oldest)
                File.Delete(path);
        }
    }
}
