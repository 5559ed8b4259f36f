using System.Text;
using BatchDashboard.Core.Imports.Workbooks;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds out how the bytes of a source file are to be read; people may correct what it says.</summary>
public static class SourceFormatDetector
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>Read at once of a file that has to be searched to its end: a gigabyte in pieces of a head takes seconds.</summary>
    private const int SearchedBytes = 1024 * 1024;

    /// <summary>
    /// Looks at the head of the file, and past it only for the first byte that tells encodings apart.
    /// </summary>
    public static async Task<Result<SourceDetection>> DetectAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
            return SourceErrors.FileIsGone();
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            bufferSize: 1,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        var buffer = new byte[HeadBytes];
        var head = buffer.AsMemory(0, await file.ReadAtLeastAsync(buffer, HeadBytes, false, cancellationToken));
        if (SourceContent.IsZip(head.Span))
            return await Task.Run(() => WorkbookDetector.Detect(path), cancellationToken);
        if (CompoundFile.Is(head.Span))
            return await CompoundFile.ExplainAsync(file, head, cancellationToken);
        if (SourceContent.KnownBinary(head.Span) is { } binary)
            return binary;

        var isWhole = head.Length < HeadBytes;
        var encoding = isWhole || !Ascii.IsValid(head.Span)
            ? EncodingDetector.Detect(head.Span, isWhole)
            : await DetectLateEncodingAsync(file, cancellationToken);
        return DetectText(head.Span, encoding, isWhole);
    }

    private static Result<SourceDetection> DetectText(ReadOnlySpan<byte> head, Finding<string> encoding, bool isWhole)
    {
        var text = SourceEncodings.Get(encoding.Value).GetString(head).TrimStart('\uFEFF');
        if (SourceContent.NoTable(text) is { } reason)
            return SourceErrors.NotATable(reason);

        var quote = QuoteDetector.Detect(text);
        var delimiter = DelimiterDetector.Detect(text, quote.Value, isWhole);
        var rows = HeadRecord.Read(text, delimiter.Value, quote.Value, isWhole);
        if (rows.TrueForAll(row => row.IsEmpty))
            return SourceErrors.NoRecipients();

        var header = HeaderRowFinder.Find(rows);
        return new SourceDetection(
            new SourceFormat(encoding.Value, delimiter.Value, header.Value, quote.Value),
            new FormatReasons(header.Reason, encoding.Reason, delimiter.Reason, quote.Reason),
            encoding.IsGuess,
            Sheets: []);
    }

    /// <summary>The rest of a file whose head is plain ASCII: its first accent decides.</summary>
    private static async Task<Finding<string>> DetectLateEncodingAsync(
        FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[SearchedBytes];
        int read;
        while ((read = await file.ReadAtLeastAsync(buffer, buffer.Length, false, cancellationToken)) > 0)
        {
            var at = buffer.AsSpan(0, read).IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (at < 0)
                continue;

            file.Seek(at - read, SeekOrigin.Current);
            read = await file.ReadAtLeastAsync(buffer.AsMemory(0, HeadBytes), HeadBytes, false, cancellationToken);
            return EncodingDetector.Detect(buffer.AsSpan(0, read), read < HeadBytes);
        }

        return EncodingDetector.Detect([], isWhole: true);
    }
}
