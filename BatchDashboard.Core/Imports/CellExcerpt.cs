namespace BatchDashboard.Core.Imports;

/// <summary>The part of a cell that is kept beside the problem it caused.</summary>
internal static class CellExcerpt
{
    private const int MaxCharacters = 200;

    public static string Of(string cell)
    {
        if (cell.Length <= MaxCharacters)
            return cell;
        var cut = char.IsHighSurrogate(cell[MaxCharacters - 1]) ? MaxCharacters - 1 : MaxCharacters;
        return cell[..cut];
    }
}
