using System.Globalization;
using System.Text;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>Reads the rows of one sheet as texts, as they look to the one who made it.</summary>
internal sealed class SheetReader(XmlPart part, SharedStrings strings, CellFormats formats, bool countsFrom1904)
    : IDisposable
{
    /// <summary>A sheet has no more; whoever counts further is not a spreadsheet.</summary>
    private const int MaxRow = 1_048_576;

    private const int MaxColumn = 16_384;
    private const int MaxRowCharacters = 1024 * 1024;

    private readonly StringBuilder _text = new();
    private readonly List<string> _cells = [];
    private int _row;
    private int _filled;
    private int _characters;

    /// <summary>How much of the sheet is read, from 0 to 1.</summary>
    public double PartRead => part.PartRead;

    /// <summary>
    /// The next row that stands in the file, up to its last cell with a text; without fields when it is blank. Rows that
    /// do not stand there are blank as well. Null at the end.
    /// </summary>
    /// <exception cref="SourceUnreadableException">The sheet is damaged, or hostile.</exception>
    public SourceRow? Read() => Package.Guard(ReadRow);

    public void Dispose()
    {
        part.Dispose();
        strings.Dispose();
    }

    private SourceRow? ReadRow()
    {
        while (part.Read())
            if (part.IsEndOf("sheetData"))
                return null;
            else if (part.IsStartOf("row"))
                return ReadCells();
        return null;
    }

    private SourceRow ReadCells()
    {
        var number = Number(part.Attribute("r")) ?? _row + 1;
        if (number <= _row || number > MaxRow)
            throw new InvalidDataException("The rows are not in their order.");
        (_row, _filled, _characters) = (number, 0, 0);
        _cells.Clear();
        while (!part.IsEmptyOf("row") && part.Read() && !part.IsEndOf("row"))
            if (part.IsStartOf("c"))
                ReadCell();

        var last = _cells.FindLastIndex(cell => cell.Length > 0);
        return new SourceRow(_row, _cells.TrueForAll(string.IsNullOrWhiteSpace) ? [] : [.. _cells[..(last + 1)]]);
    }

    private void ReadCell()
    {
        var column = Column(part.Attribute("r")) ?? _cells.Count;
        var type = part.Attribute("t") ?? "n";
        var style = Number(part.Attribute("s")) ?? 0;
        if (column < _cells.Count || column >= MaxColumn)
            throw new InvalidDataException("The cells of a row are not in their order.");

        var text = part.IsEmptyOf("c") ? "" : ReadValue(type, formats.Of(style));
        if (text.Length > 0 && ++_filled > ImportSource.MaxColumns)
            throw new SourceUnreadableException(SourceErrors.TooManyColumns(_filled, ImportSource.MaxColumns));
        if ((_characters += text.Length) > MaxRowCharacters)
            throw new SourceUnreadableException(SourceErrors.RowTooLong(_row, MaxRowCharacters));
        while (_cells.Count < column)
            _cells.Add("");
        _cells.Add(text);
    }

    private string ReadValue(string type, CellFormat format)
    {
        string? value = null;
        string? formula = null;
        while (part.Read() && !part.IsEndOf("c"))
        {
            if (part.IsStartOf("v"))
                value = Text();
            else if (part.IsStartOf("f"))
                formula = Text();
            else if (part.IsStartOf("is"))
                return RichText.Read(part, "is", _text);
        }

        // Nobody has calculated it yet, and an empty cell would hide that.
        return value is null ? formula is null ? "" : $"={formula}" : Interpret(value, type, format);
    }

    private string Interpret(string value, string type, CellFormat format) => type switch
    {
        "s" => strings.Get(Number(value) ?? throw new InvalidDataException("A cell refers to no text.")),
        "b" => value == "1" ? "TRUE" : value == "0" ? "FALSE" : value,
        "n" => CellNumber.Text(value, format, countsFrom1904),
        "d" => value.Replace('T', ' '),
        _ => RichText.Unescape(value),
    };

    private string Text()
    {
        _text.Clear();
        part.AppendText(_text, RichText.MaxCharacters);
        return _text.ToString();
    }

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The column from 0 of a reference such as <c>AB12</c>.</summary>
    private static int? Column(string? reference)
    {
        if (reference is null)
            return null;
        var column = 0;
        foreach (var letter in reference.AsSpan(0, Math.Min(reference.Length, 4)))
        {
            if (!char.IsAsciiLetter(letter))
                break;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column - 1;
    }
}
