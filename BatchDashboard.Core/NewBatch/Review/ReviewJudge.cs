using System.Globalization;
using System.Text;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Says of what kind a row is that was read, and warns of what will be called and may not be meant so.</summary>
internal sealed class ReviewJudge(ColumnMapping mapping, PhoneCheck checkPhone, PhoneRules rules)
{
    private readonly int _phone = mapping.PhoneColumn;
    private readonly bool[] _isUsed =
        [.. mapping.Targets.Select(target => target.Use is not (ColumnUse.Ignore or ColumnUse.PhoneNumber))];

    public ReviewRow Judge(ImportedRow row)
    {
        var cells = Encoding.UTF8.GetString(row.Data);
        return row.Skipped is { } problem ? Skipped(problem, cells) : Called(row.RowNumber, DigitsOf(row.Number), cells);
    }

    private ReviewRow Skipped(SkippedRow row, string cells)
    {
        var kind = ReviewKinds.OfSkipped(row.Code);
        // Twins are found by their number, also when one of them is changed.
        var number = kind == ReviewKind.Duplicate ? checkPhone(JsonText.ReadArray(cells)[_phone], rules).Number : null;
        return new(row.RowNumber, kind, row.Code, ColumnOf(row.Column), row.Message, number?.Digits, cells);
    }

    private ReviewRow Called(int rowNumber, long number, string cells) =>
        WarningOf(JsonText.ReadArray(cells), number) is var (code, column, message)
            ? new(rowNumber, ReviewKind.Warning, code, column, message, number, cells)
            : new(rowNumber, ReviewKind.Ready, "", -1, "", number, cells);

    private (string Code, int Column, string Message)? WarningOf(string[] cells, long number)
    {
        if (IsUnusual(cells[_phone]) && checkPhone(cells[_phone], rules).Changed)
            return (WarningCodes.NumberRewritten, _phone,
                $"Called as {PhoneNumber.FromDigits(number).E164}, which is not how it is written in the file. Is that right?");
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            if (!_isUsed[column] || cell.Length == 0)
                continue;
            if (IsFormula(cell))
                return (WarningCodes.LooksLikeFormula, column,
                    "Looks like a formula. It is used as text, as it stands here; nothing is calculated.");
            if (cell.AsSpan().IndexOfAny('\r', '\n') >= 0)
                return (WarningCodes.LineBreak, column, "Has a line break, which may be read out as a pause or break the prompt.");
            if (char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]))
                return (WarningCodes.OuterSpace, column, "Starts or ends with white space.");
        }

        return null;
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

    private int ColumnOf(string header)
    {
        for (var column = 0; column < mapping.Headers.Count; column++)
            if (mapping.Headers[column] == header)
                return column;
        return -1;
    }
}
