using System.Text;
using CsvHelper;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The shape of one of the first records of a file whose format is not known yet.</summary>
internal sealed record HeadRecord(int RowNumber, int FieldCount, bool IsBlank)
{
    private const int Enough = 100;

    public static List<HeadRecord> Read(string text, char delimiter)
    {
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), CsvSource.Options(delimiter));
        List<HeadRecord> records = [];
        var row = 0;
        while (records.Count < Enough && reader.Read())
        {
            if (row == 0 && SeparatorHint.IsHint(reader.RawRecord))
                continue;
            records.Add(new HeadRecord(++row, reader.FieldCount, CsvSource.IsBlank(reader)));
        }

        return records;
    }

    /// <summary>Field counts of the records that are not blank.</summary>
    /// <param name="isWhole">False when the last record of the text may be cut.</param>
    public static List<int> FieldCounts(string text, char delimiter, bool isWhole)
    {
        var records = Read(text, delimiter);
        if (!isWhole && records.Count is > 1 and < Enough)
            records.RemoveAt(records.Count - 1);
        return [.. records.Where(record => !record.IsBlank).Select(record => record.FieldCount)];
    }
}
