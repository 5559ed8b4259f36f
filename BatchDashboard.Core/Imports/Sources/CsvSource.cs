using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// A CSV file under a known format: its headers, its first rows, and all its rows as a stream that is read once.
/// </summary>
public sealed class CsvSource : IAsyncDisposable
{
    /// <summary>Rows that are read ahead for the preview.</summary>
    public const int PreviewRows = 100;

    public const int MaxColumns = 1_000;
    public const int MaxCellCharacters = 10_000;

    /// <summary>
    /// Beyond this a quote is open or the file is hostile; the parser's buffer never grows past twice as much.
    /// </summary>
    internal const int MaxRecordBytes = 1024 * 1024;

    private readonly string _path;
    private readonly CsvReader _reader;
    private readonly SourceFormat _format;
    private string[] _headers = [];
    private int _emptyEnd;
    private int _recordNumber;
    private string? _malformed;

    private CsvSource(string path, SourceFormat format)
    {
        (_path, _format) = (path, format);
        var options = Options(format.Delimiter) with
        {
            Encoding = format.Encoding == SourceEncodings.Utf8 ? null : SourceEncodings.Get(format.Encoding),
            OnMalformedRecord = record => _malformed = record.RawRecord,
        };
        _reader = CsvReader.FromFile(path, options, FileOptions.Asynchronous | FileOptions.SequentialScan);
        Preview = new SourcePreview(format, [], []);
    }

    public SourcePreview Preview { get; private set; }

    /// <summary>Reads headers and first rows, and refuses what is no table or has no recipients.</summary>
    public static async Task<Result<CsvSource>> OpenAsync(
        string path,
        SourceFormat format,
        CancellationToken cancellationToken)
    {
        if (SourceEncodings.Find(format.Encoding) is null)
            return SourceErrors.NotATable($"the encoding '{format.Encoding}' is not known");

        var source = new CsvSource(path, format);
        try
        {
            await source.ReadAheadAsync(cancellationToken);
            return source;
        }
        catch (SourceUnreadableException unreadable)
        {
            await source.DisposeAsync();
            return unreadable.Error;
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// All rows below the header, the previewed ones included; blank lines are counted and passed over.
    /// </summary>
    /// <exception cref="SourceUnreadableException">From here on the rows cannot be told apart.</exception>
    public async IAsyncEnumerable<SourceRow> ReadRowsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in Preview.Rows)
            yield return row;
        while (await ReadRowAsync(cancellationToken) is { } row)
            yield return row;
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();

    /// <summary>Everything the parser would let pass is turned on here or checked row by row below.</summary>
    internal static CsvReaderOptions Options(char delimiter) => CsvReaderOptions.Default with
    {
        Separator = delimiter,
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
        reader.FieldCount <= 1 && reader.RawRecord.IndexOfAnyExcept((byte)' ', (byte)'\t') < 0;

    private async Task ReadAheadAsync(CancellationToken cancellationToken)
    {
        if (_format.HeaderRow > 0)
            await ReadHeaderAsync(cancellationToken);

        List<SourceRow> rows = [];
        while (rows.Count < PreviewRows && await ReadUnshapedAsync(cancellationToken) is { } row)
            rows.Add(row);
        if (rows.Count == 0)
            throw new SourceUnreadableException(SourceErrors.NoRecipients());

        TakeEmptyEnd(rows);
        Preview = new SourcePreview(_format, _headers, [.. rows.Select(Shape)]);
    }

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        while (_recordNumber < _format.HeaderRow)
            if (!await ReadRecordAsync(cancellationToken))
                throw new SourceUnreadableException(SourceErrors.NoRecipients());

        var fault = QuoteFaultOfRecord() ?? TextFaultOfRecord();
        if (fault is not null)
            throw new SourceUnreadableException(SourceErrors.NotATable($"its header row is broken ({fault.Message})"));
        SetHeaders(Fields());
    }

    private void SetHeaders(string[] headers)
    {
        if (headers.Length > MaxColumns)
            throw new SourceUnreadableException(SourceErrors.TooManyColumns(headers.Length, MaxColumns));
        _headers = headers;
    }

    /// <summary>
    /// Trailing delimiters make columns that have neither a name nor a value: they are none. Where only the rows have
    /// them, most must; on a single row it may as well be a value with a bare delimiter that has pushed the rest aside.
    /// </summary>
    private void TakeEmptyEnd(List<SourceRow> rows)
    {
        var width = _headers.Length;
        while (width > 1
            && string.IsNullOrWhiteSpace(_headers[width - 1])
            && rows.All(row => row.Fields.Length < width || row.Fields[width - 1].Length == 0))
            width--;

        _emptyEnd = _headers.Length - width;
        _headers = _headers[..width];
        if (_emptyEnd == 0 && rows.Count(HasOneMore) * 2 >= rows.Count)
            _emptyEnd = 1;

        bool HasOneMore(SourceRow row) => row.Fields.Length == width + 1 && row.Fields[width].Length == 0;
    }

    private async ValueTask<SourceRow?> ReadRowAsync(CancellationToken cancellationToken) =>
        await ReadUnshapedAsync(cancellationToken) is { } row ? Shape(row) : null;

    private async ValueTask<SourceRow?> ReadUnshapedAsync(CancellationToken cancellationToken)
    {
        do
        {
            if (!await ReadRecordAsync(cancellationToken))
                return null;
        }
        while (IsBlank(_reader));

        var fields = Fields();
        if (_headers.Length == 0)
            SetHeaders([.. fields.Select((_, index) => HeaderNames.Unnamed(index))]);
        return new SourceRow(_recordNumber, fields, QuoteFaultOfRecord() ?? TextFaultOfRecord());
    }

    /// <summary>Gives a row the width of the header, or says that it has another.</summary>
    private SourceRow Shape(SourceRow row)
    {
        var (width, found) = (_headers.Length, row.Fields.Length);
        if (found == width)
            return row;

        var isEmptyEnd = found > width
            && found <= width + _emptyEnd
            && row.Fields.AsSpan(width).IndexOfAnyExcept("") < 0;
        return isEmptyEnd
            ? row with { Fields = row.Fields[..width] }
            : row with { Fault = row.Fault ?? RowFaults.Width(width, found) };
    }

    private async ValueTask<bool> ReadRecordAsync(CancellationToken cancellationToken)
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
                _path, _format, tooLong.LineNumber, MaxRecordBytes, cancellationToken));
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
        if (_malformed is null)
            return null;

        var scan = QuoteScanner.Scan(_malformed, _format.Delimiter, _reader.LineNumber);
        return scan.Fault switch
        {
            QuoteFault.NeverClosed => throw new SourceUnreadableException(SourceErrors.UnclosedQuote(scan.OpenedOn)),
            QuoteFault.TextAfterQuote => RowFaults.TextAfterQuote(scan.OpenedOn),
            _ => null,
        };
    }

    private Error? TextFaultOfRecord()
    {
        var record = _reader.RawRecord;
        if (record.Length <= MaxCellCharacters && record.IndexOf((byte)0) < 0 && Utf8.IsValid(record))
            return null;

        for (var index = 0; index < _reader.FieldCount; index++)
        {
            var cell = _reader.GetSpan(index);
            if (cell.Length > MaxCellCharacters && Encoding.UTF8.GetCharCount(cell) > MaxCellCharacters)
                return RowFaults.CellTooLong(Header(index), MaxCellCharacters);
            if (cell.Contains((byte)0))
                return RowFaults.BinaryCell(Header(index));
            if (!Utf8.IsValid(cell))
                return RowFaults.UndecodableCell(Header(index), _format.Encoding);
        }

        return null;
    }

    private string Header(int index) => index < _headers.Length ? _headers[index] : HeaderNames.Unnamed(index);
}
