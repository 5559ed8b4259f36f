using System.Globalization;
using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Says of what kind a row is that was read, and warns of what will be called and may not be meant so.</summary>
internal sealed class ReviewJudge(ColumnMapping mapping, SourceFormat format, PhoneCheck checkPhone, PhoneRules rules)
{
    private readonly Encoding _encoding = SourceEncodings.Get(format.Encoding);
    private readonly int _phone = mapping.PhoneColumn;
    private readonly bool[] _isUsed =
        [.. mapping.Targets.Select(target => target.Use is not (ColumnUse.Ignore or ColumnUse.PhoneNumber))];

    // Of the row that is judged.
    private readonly List<(string Code, int Column, string Message)> _warnings = [];

    public ReviewRow Judge(ImportedRow row)
    {
        var cells = Encoding.UTF8.GetString(row.Data);
        return row.Skipped is { } problem ? Skipped(problem, row.ColumnsAtFault, cells) : Called(row.RowNumber, DigitsOf(row.Number), cells);
    }

    private ReviewRow Skipped(SkippedRow row, IReadOnlyList<int> columns, string cells)
    {
        var kind = ReviewKinds.OfSkipped(row.Code);
        // Twins are found by their number, also when one of them is changed, and so are numbers that may be called by now.
        var number = kind == ReviewKind.Duplicate || kind.IsAboutNumber() ? checkPhone(JsonText.ReadArray(cells)[_phone], rules).Number : null;
        return new(row.RowNumber, kind, row.Code, columns, row.Message, number?.Digits, cells);
    }

    private ReviewRow Called(int rowNumber, long number, string cells)
    {
        _warnings.Clear();
        FindWarnings(JsonText.ReadArray(cells), PhoneNumber.FromDigits(number));
        return _warnings switch
        {
            [] => new(rowNumber, ReviewKind.Ready, "", [], "", number, cells),
            [var (code, column, message)] => new(rowNumber, ReviewKind.Warning, code, [column], message, number, cells),
            [var (code, _, _), ..] => new(
                rowNumber, ReviewKind.Warning, code, [.. _warnings.Select(warning => warning.Column).Distinct()],
                string.Join(' ', _warnings.Select(warning => $"{mapping.Headers[warning.Column]}: {warning.Message}")), number, cells),
        };
    }

    private void FindWarnings(string[] cells, PhoneNumber number)
    {
        if (IsUnusual(cells[_phone]) && checkPhone(cells[_phone], rules).Changed)
            _warnings.Add((WarningCodes.NumberRewritten, _phone,
                $"Called as {number.E164}, which is not how it is written in the file. Is that right?"));
        if (PersonalNumbers.Contains(number))
            _warnings.Add((WarningCodes.PersonalNumber, _phone,
                "A personal number, which follows somebody from line to line. A call to it may cost many times an ordinary one; drop the row if it is not worth it."));
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            if (!_isUsed[column] || cell.Length == 0)
                continue;
            if (MixedEncoding.AsUtf8(cell, _encoding) is { } meant)
                _warnings.Add((WarningCodes.MixedEncoding, column,
                    $"May be “{CellExcerpt.Of(meant)}”: this row is UTF-8, and the file is read as {SourceEncodings.LabelOf(format.Encoding)}. " +
                    "Correct it, or choose the encoding."));
            if (IsFormula(cell))
                _warnings.Add((WarningCodes.LooksLikeFormula, column,
                    "Looks like a formula. It is used as text, as it stands here; nothing is calculated."));
            if (cell.AsSpan().IndexOfAny('\r', '\n') >= 0)
                _warnings.Add((WarningCodes.LineBreak, column, "Has a line break, which may be read out as a pause or break the prompt."));
            if (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]))
                _warnings.Add((WarningCodes.OuterSpace, column, "Starts or ends with white space."));
        }
    }

    /// <summary>Plain ASCII without what spreadsheets put around numbers is never rewritten.</summary>
    private static bool IsUnusual(string cell) =>
        cell is ['\'' or '=', ..] || cell.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0;

    /// <summary>A sign before a digit is a number.</summary>
    private static bool IsFormula(string cell) => cell switch
    {
        ['=' or '@', _, ..] => true,
        ['+' or '-', var next, ..] => char.IsAsciiLetter(next) || next is '(' or '@',
        _ => false,
    };

    private static long DigitsOf(ReadOnlySpan<byte> e164) =>
        long.Parse(e164[1..], NumberStyles.None, CultureInfo.InvariantCulture);
}
