using System.Text;
using System.Text.Unicode;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds out how the bytes of a source file are to be read; people may correct what it says.</summary>
public static class SourceFormatDetector
{
    private const int HeadBytes = 64 * 1024;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>
    /// Looks at the head of the file, and past it only for the first byte that tells encodings apart.
    /// </summary>
    public static async Task<Result<SourceFormat>> DetectAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            bufferSize: 1,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        var buffer = new byte[HeadBytes];
        var head = buffer.AsMemory(0, await file.ReadAtLeastAsync(buffer, HeadBytes, false, cancellationToken));
        var isWhole = head.Length < HeadBytes;
        if (isWhole || !Ascii.IsValid(head.Span))
            return Detect(head.Span, isWhole);

        var encoding = await DetectLateEncodingAsync(file, cancellationToken);
        return Detect(head.Span, encoding, isWhole);
    }

    /// <param name="isWhole">False when the file goes on, and the last record of the head may be cut.</param>
    public static Result<SourceFormat> Detect(ReadOnlySpan<byte> head, bool isWhole) =>
        Detect(head, DetectEncoding(head, isWhole), isWhole);

    private static Result<SourceFormat> Detect(ReadOnlySpan<byte> head, string encoding, bool isWhole)
    {
        if (SourceContent.KnownBinary(head) is { } binary)
            return SourceErrors.NotATable(binary);

        var text = SourceEncodings.Get(encoding).GetString(head).TrimStart('\uFEFF');
        if (SourceContent.NoTable(text) is { } reason)
            return SourceErrors.NotATable(reason);

        var firstLine = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        var hint = SeparatorHint.Find(firstLine);
        var format = new SourceFormat(encoding, hint ?? BestDelimiter(text, isWhole));
        return format with { HeaderRow = FirstRecordWithText(text, format.Delimiter) };
    }

    private static string DetectEncoding(ReadOnlySpan<byte> bytes, bool isWhole) => bytes switch
    {
        [0xFF, 0xFE, ..] => SourceEncodings.Utf16LittleEndian,
        [0xFE, 0xFF, ..] => SourceEncodings.Utf16BigEndian,
        _ => DetectByteEncoding(bytes, isWhole),
    };

    private static string DetectByteEncoding(ReadOnlySpan<byte> bytes, bool isWhole) =>
        Utf8.IsValid(isWhole ? bytes : bytes[..WholeCharacters(bytes)])
            ? SourceEncodings.Utf8
            : SourceEncodings.Windows1252;

    /// <summary>The length without the first bytes of a character that goes on beyond the end.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            if (bytes[^back] >= 0xC0)
                return bytes.Length - back;
        return bytes.Length;
    }

    /// <summary>The rest of a file whose head is plain ASCII: its first accent decides.</summary>
    private static async Task<string> DetectLateEncodingAsync(FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[HeadBytes];
        int read;
        while ((read = await file.ReadAtLeastAsync(buffer, HeadBytes, false, cancellationToken)) > 0)
        {
            var at = buffer.AsSpan(0, read).IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (at < 0)
                continue;

            file.Seek(at - read, SeekOrigin.Current);
            read = await file.ReadAtLeastAsync(buffer, HeadBytes, false, cancellationToken);
            return DetectByteEncoding(buffer.AsSpan(0, read), read < HeadBytes);
        }

        return SourceEncodings.Utf8;
    }

    /// <summary>
    /// The one that cuts most records into as many fields as the first; a comma when none cuts at all.
    /// </summary>
    private static char BestDelimiter(string text, bool isWhole)
    {
        var best = (Delimiter: ',', Share: 0.0, Fields: 1);
        foreach (var delimiter in Delimiters)
        {
            var counts = HeadRecord.FieldCounts(text, delimiter, isWhole);
            if (counts is not [> 1, ..])
                continue;

            // One stray row must not outweigh a delimiter that cuts finer.
            var share = Math.Round((double)counts.Count(count => count == counts[0]) / counts.Count, 1);
            if (share > best.Share || (share == best.Share && counts[0] > best.Fields))
                best = (delimiter, share, counts[0]);
        }

        return best.Delimiter;
    }

    private static int FirstRecordWithText(string text, char delimiter) =>
        HeadRecord.Read(text, delimiter).FirstOrDefault(record => !record.IsBlank)?.RowNumber ?? 1;
}
