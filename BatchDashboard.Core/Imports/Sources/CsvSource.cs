using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>A CSV file: text of any encoding with any delimiter and quote.</summary>
internal sealed class CsvSource : ImportSource
{
    /// <summary>
    /// Beyond this a quote is open or the file is hostile; the parser's buffer never grows past twice as much.
    /// </summary>
    internal const int MaxRecordBytes = 1024 * 1024;

    /// <summary>What DOS programs put at the end of a text.</summary>
    private const byte EndOfFile = 0x1A;

    /// <summary>U+FFFD, which stands where bytes were no text of the file's encoding.</summary>
    private static readonly byte[] Undecodable = [0xEF, 0xBF, 0xBD];

    private readonly string _path;
    private readonly FileStream _file;
    private readonly CsvReader _reader;
    private readonly bool _isTranscoded;
    private int _emptyEnd;
    private int _recordNumber;
    private string? _malformed;

    private CsvSource(string path, SourceFormat format, Encoding encoding)
        : base(format)
    {
        _path = path;
        _isTranscoded = format.Encoding != SourceEncodings.Utf8;
        var options = Options(format.Delimiter, format.Quote) with
        {
            Encoding = _isTranscoded ? encoding : null,
            OnMalformedRecord = record => _malformed = record.RawRecord,
        };
        _file = new FileStream(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        _reader = CsvReader.Create(_file, options);
    }

    /// <inheritdoc/>
    public override double PartRead =>
        // The reader counts in UTF-8; of other encodings only the place of its buffer is known.
        (double)(_isTranscoded ? _file.Position : _reader.ByteOffset) / _file.Length;

    /// <exception cref="SourceUnreadableException">The format cannot be.</exception>
    public static CsvSource Open(string path, SourceFormat format)
    {
        if (SourceEncodings.Find(format.Encoding) is not { } encoding)
            throw new SourceUnreadableException(SourceErrors.NotATable($"the encoding '{format.Encoding}' is not known"));
        if (!CanCut(format.Delimiter) || format.Quote is { } quote && (!CanCut(quote) || quote == format.Delimiter))
            throw new SourceUnreadableException(SourceErrors.SameDelimiterAndQuote());
        return new CsvSource(path, format, encoding);
    }

    public override ValueTask DisposeAsync() => _reader.DisposeAsync();

    /// <summary>Everything the parser would let pass is turned on here or checked row by row below.</summary>
    internal static CsvReaderOptions Options(char delimiter, char? quote) => CsvReaderOptions.Default with
    {
        Separator = delimiter,
        Mode = quote is null ? CsvMode.NoEscape : CsvMode.Rfc4180,
        Quote = quote ?? CsvReaderOptions.Default.Quote,
        HasHeader = false,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordBytes,
        // Neither throws nor skips: a stray quote inside a word is text, and a row of the wrong width is a skipped row
        // that keeps its fields. What is left is judged in FaultOf.
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
    };

    /// <summary>A line without anything but white space; <c>""</c> and <c>,,</c> are rows.</summary>
    internal static bool IsBlank(CsvReader reader) =>
        reader.FieldCount <= 1 && reader.RawRecord.IndexOfAnyExcept((byte)' ', (byte)'\t', EndOfFile) < 0;

    private protected override async ValueTask<SourceRow?> ReadRecordAsync(CancellationToken cancellationToken)
    {
        if (!await MoveNextAsync(cancellationToken))
            return null;
        if (IsBlank(_reader))
            return new SourceRow(_recordNumber, []);
        if (Headers.Count == 0 && _reader.FieldCount > MaxColumns)
            throw new SourceUnreadableException(SourceErrors.TooManyColumns(_reader.FieldCount, MaxColumns));
        return new SourceRow(_recordNumber, Fields(), QuoteFaultOfRecord() ?? TextFaultOfRecord());
    }

    /// <summary>
    /// Trailing delimiters make columns that have neither a name nor a value: they are none. Where only the rows have
    /// them, most must; on a single row it may as well be a value with a bare delimiter that has pushed the rest aside.
    /// </summary>
    private protected override IReadOnlyList<string> FitColumns(string[]? header, IReadOnlyList<SourceRow> first)
    {
        var headers = header ?? [.. first[0].Fields.Select((_, index) => HeaderNames.Unnamed(index))];
        var width = headers.Length;
        while (width > 1
            && string.IsNullOrWhiteSpace(headers[width - 1])
            && first.All(row => row.Fields.Length < width || row.Fields[width - 1].Length == 0))
            width--;

        _emptyEnd = headers.Length - width;
        if (_emptyEnd == 0 && first.Count(HasOneMore) * 2 >= first.Count)
            _emptyEnd = 1;
        return headers[..width];

        bool HasOneMore(SourceRow row) => row.Fields.Length == width + 1 && row.Fields[width].Length == 0;
    }

    private protected override SourceRow Shape(SourceRow row)
    {
        var (width, found) = (Headers.Count, row.Fields.Length);
        if (found == width)
            return row;

        var isEmptyEnd = found > width
            && found <= width + _emptyEnd
            && row.Fields.AsSpan(width).IndexOfAnyExcept("") < 0;
        return isEmptyEnd
            ? row with { Fields = row.Fields[..width] }
            : row with { Fault = row.Fault ?? RowFaults.Width(width, found) };
    }

    private static bool CanCut(char character) =>
        char.IsAscii(character) && character is not ('\0' or '\r' or '\n');

    private async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            do
            {
                _malformed = null;
                if (!await _reader.ReadAsync(cancellationToken))
                    return false;
            }
            while (_recordNumber == 0 && SeparatorHint.IsHint(_reader.RawRecord));
        }
        catch (CsvFormatException tooLong)
        {
            throw new SourceUnreadableException(await OverlongRecord.ExplainAsync(
                _path, Format, tooLong.LineNumber, MaxRecordBytes, cancellationToken));
        }

        _recordNumber++;
        return true;
    }

    private string[] Fields()
    {
        var fields = new string[_reader.FieldCount];
        for (var index = 0; index < fields.Length; index++)
            fields[index] = _reader.GetString(index);
        return fields;
    }

    private Error? QuoteFaultOfRecord()
    {
        if (_malformed is null || Format.Quote is not { } quote)
            return null;

        var scan = QuoteScanner.Scan(_malformed, Format.Delimiter, quote, _reader.LineNumber);
        return scan.Fault switch
        {
            QuoteFault.NeverClosed =>
                throw new SourceUnreadableException(SourceErrors.UnclosedQuote(quote, scan.OpenedOn)),
            QuoteFault.TextAfterQuote => RowFaults.TextAfterQuote(scan.OpenedOn),
            _ => null,
        };
    }

    private Error? TextFaultOfRecord()
    {
        var record = _reader.RawRecord;
        if (record.Length <= MaxCellCharacters && record.IndexOf((byte)0) < 0 && IsDecoded(record))
            return null;

        for (var index = 0; index < _reader.FieldCount; index++)
        {
            var cell = _reader.GetSpan(index);
            if (cell.Length > MaxCellCharacters && Encoding.UTF8.GetCharCount(cell) > MaxCellCharacters)
                return RowFaults.CellTooLong(Header(index), MaxCellCharacters);
            if (cell.Contains((byte)0))
                return RowFaults.BinaryCell(Header(index));
            if (!IsDecoded(cell))
                return RowFaults.UndecodableCell(Header(index), Format.Encoding);
        }

        return null;
    }

    private bool IsDecoded(ReadOnlySpan<byte> text) =>
        _isTranscoded ? text.IndexOf(Undecodable) < 0 : Utf8.IsValid(text);

    private string Header(int index) => index < Headers.Count ? Headers[index] : HeaderNames.Unnamed(index);
}
