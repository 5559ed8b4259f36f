using System.Buffers;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// Explains a record that outgrew the parser's buffer: a quote that never closes, or simply too much text.
/// </summary>
internal static class OverlongRecord
{
    /// <summary>A quote still open after so much text is taken for one that never closes.</summary>
    private const long MaxScanned = 64 * 1024 * 1024;

    /// <param name="line">The line on which the record starts.</param>
    public static async Task<Error> ExplainAsync(
        string path,
        SourceFormat format,
        long line,
        int maxBytes,
        CancellationToken cancellationToken)
    {
        if (format.Quote is not { } quote)
            return SourceErrors.RecordTooLong(line, maxBytes);

        using var reader = new StreamReader(path, SourceEncodings.Get(format.Encoding));
        var buffer = ArrayPool<char>.Shared.Rent(16 * 1024);
        try
        {
            var lines = new LineSkipper(line - 1);
            var scanner = new QuoteScanner(format.Delimiter, quote, line);
            for (long scanned = 0; scanned < MaxScanned;)
            {
                var read = await reader.ReadAsync(buffer, cancellationToken);
                if (read == 0)
                    break;
                var record = lines.Skip(buffer.AsMemory(0, read));
                scanned += record.Length;
                if (!Scan(ref scanner, record.Span))
                    break;
            }

            return scanner.InQuotes || scanner.Fault == QuoteFault.NeverClosed
                ? SourceErrors.UnclosedQuote(quote, scanner.OpenedOn)
                : SourceErrors.RecordTooLong(line, maxBytes);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static bool Scan(ref QuoteScanner scanner, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
            if (!scanner.Feed(character))
                return false;
        return true;
    }

    /// <summary>Passes over the first lines of a text that comes in pieces.</summary>
    private sealed class LineSkipper(long left)
    {
        private bool _afterCarriageReturn;
        private long _left = left;

        public ReadOnlyMemory<char> Skip(ReadOnlyMemory<char> text)
        {
            var at = 0;
            for (var span = text.Span; at < span.Length && (_left > 0 || _afterCarriageReturn); at++)
            {
                var endsPair = _afterCarriageReturn && span[at] == '\n';
                _afterCarriageReturn = span[at] == '\r' && _left > 0;
                if (endsPair)
                    continue;
                if (_left == 0)
                    break;
                if (span[at] is '\r' or '\n')
                    _left--;
            }

            return text[at..];
        }
    }
}
