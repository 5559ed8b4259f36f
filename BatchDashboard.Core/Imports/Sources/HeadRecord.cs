using System.Text;
using CsvHelper;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>One of the first rows of a file whose format is not known yet.</summary>
/// <param name="Fields">Empty when the row is blank.</param>
internal sealed record HeadRecord(int RowNumber, string[] Fields)
{
    public const int Enough = 100;

    public bool IsBlank => Fields.Length == 0;

    /// <summary>Blank, or nothing but delimiters.</summary>
    public bool IsEmpty => Array.TrueForAll(Fields, text => text.Length == 0);

    /// <param name="isWhole">False when the last record of the text may be cut.</param>
    public static List<HeadRecord> Read(string text, char delimiter, char? quote, bool isWhole)
    {
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text), CsvSource.Options(delimiter, quote));
        List<HeadRecord> records = [];
        var row = 0;
        while (records.Count < Enough && reader.Read())
        {
            if (row == 0 && SeparatorHint.IsHint(reader.RawRecord))
                continue;
            records.Add(new HeadRecord(++row, CsvSource.IsBlank(reader) ? [] : FieldsOf(reader)));
        }

        if (!isWhole && records.Count is > 1 and < Enough)
            records.RemoveAt(records.Count - 1);
        return records;
    }

    private static string[] FieldsOf(CsvReader reader)
    {
        var fields = new string[reader.FieldCount];
        for (var index = 0; index < fields.Length; index++)
            fields[index] = reader.GetString(index);
        return fields;
    }
}
