using System.Buffers;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Takes in the file of recipients as a stream, so that memory stays flat whatever its size.</summary>
public sealed class DraftUploads(DraftService drafts, DraftFiles files, IOptions<ImportOptions> options, TimeProvider time)
{
    private const int BufferBytes = 128 * 1024;

    public long MaxBytes => options.Value.MaxFileMegabytes * 1024L * 1024;

    /// <summary>Stores the file and makes it the draft's; nothing is left behind of one that is refused or cut off.</summary>
    /// <param name="fileName">As the browser named it.</param>
    /// <param name="length">In bytes, when it was announced.</param>
    public async Task<Result<BatchDraft>> ReceiveAsync(
        Guid id, string owner, string fileName, Stream content, long? length, CancellationToken cancellationToken)
    {
        var draft = await drafts.GetAsync(id, owner, cancellationToken);
        if (!draft.IsSuccess)
            return draft;
        if (draft.Value.LaunchedAs is { } batch)
            return DraftErrors.AlreadyLaunched(batch);

        var stored = await StoreAsync(content, length, cancellationToken);
        return stored.IsSuccess
            ? await drafts.UseFileAsync(id, owner, fileName, stored.Value, cancellationToken)
            : stored.Error;
    }

    /// <summary>Stores a file whole, or not at all, and says under which generated name.</summary>
    /// <inheritdoc cref="ReceiveAsync"/>
    internal async Task<Result<string>> StoreAsync(Stream content, long? length, CancellationToken cancellationToken)
    {
        if (length > MaxBytes)
            return TooLarge();
        var storedAs = DraftFiles.NewName(time.GetUtcNow());
        return await TryStoreAsync(storedAs, content, cancellationToken) ? storedAs : TooLarge();
    }

    /// <summary>
    /// Under its name there is the whole file, safe on the disk, or none: a process that dies leaves an unfinished one
    /// under another name.
    /// </summary>
    private async Task<bool> TryStoreAsync(string storedAs, Stream content, CancellationToken cancellationToken)
    {
        var path = files.PathOf(storedAs);
        var unfinished = path + ".part";
        var isWhole = false;
        try
        {
            await using (var file = new FileStream(
                unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true))
            {
                if (!await TryCopyAsync(content, file, cancellationToken))
                    return false;
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            isWhole = true;
            return true;
        }
        finally
        {
            if (!isWhole)
                File.Delete(unfinished);
        }
    }

    private async Task<bool> TryCopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (file.Position + read > MaxBytes)
                    return false;
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Error TooLarge() => SourceErrors.FileTooLarge(options.Value.MaxFileMegabytes);
}
