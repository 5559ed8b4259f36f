using System.Buffers;
using System.Security.Cryptography;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// Stores what programs send as files, as a stream and up to the limit, so that no request is held in memory.
/// </summary>
public sealed class ReceivedFiles(DataDirectory directory, IOptions<ImportOptions> options, TimeProvider time)
{
    private const int BufferBytes = 128 * 1024;

    private long MaxBytes => options.Value.MaxFileMegabytes * 1024L * 1024L;

    /// <summary>Refuses a request whose declared length is over the limit before anything of it is read.</summary>
    public Error? Refuse(long? declaredBytes) => declaredBytes > MaxBytes ? TooLarge() : null;

    /// <param name="extension">With its dot.</param>
    /// <param name="name">What the sender calls the file.</param>
    public async Task<Result<ReceivedFile>> SaveAsync(
        Stream content, string extension, string? name, CancellationToken cancellationToken)
    {
        var path = NewPath(extension);
        try
        {
            var hash = await CopyAsync(content, path, cancellationToken);
            if (hash is not null)
                return new ReceivedFile(path, name, hash);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        File.Delete(path);
        return TooLarge();
    }

    /// <summary>A new file of our own making, which the caller fills.</summary>
    internal ReceivedFile New(string extension) => new(NewPath(extension), name: null, hash: "");

    private string NewPath(string extension) =>
        Path.Combine(directory.Uploads, $"{Guid.CreateVersion7(time.GetUtcNow()):N}{extension}");

    private Error TooLarge() => RequestErrors.BodyTooLarge(options.Value.MaxFileMegabytes);

    /// <summary>The hash of what was copied; null when it is too much.</summary>
    private async Task<string?> CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file =
            new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Position + read > MaxBytes)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        // The batch's row survives a power cut; so must what it points to.
        file.Flush(flushToDisk: true);
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
