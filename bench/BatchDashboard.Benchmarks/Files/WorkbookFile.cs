using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BatchDashboard.Benchmarks.Files;

/// <summary>A workbook as a spreadsheet saves one: one sheet, every text of it among the shared strings.</summary>
internal static class WorkbookFile
{
    public const int Columns = 8;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static void Write(string path, int rows)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(archive, "[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
            </Types>
            """);
        Part(archive, "_rels/.rels", Relation("rId1", "officeDocument", "xl/workbook.xml"));
        Part(archive, "xl/_rels/workbook.xml.rels",
            Relation("rId1", "worksheet", "worksheets/sheet1.xml", "rId2", "sharedStrings", "sharedStrings.xml"));
        Part(archive, "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Recipients" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        using (var sheet = Open(archive, "xl/worksheets/sheet1.xml"))
            WriteSheet(sheet, rows);
        using (var strings = Open(archive, "xl/sharedStrings.xml"))
            WriteStrings(strings, rows);
    }

    /// <summary>What stands in a cell; the header is row 0.</summary>
    public static string Cell(int row, int column) => (row, column) switch
    {
        (0, 0) => "phone_number",
        (0, _) => $"column_{column}",
        (_, 0) => $"+1212{2_000_000 + row}",
        (_, 1) => $"Müller & Sons No. {row}",
        _ => $"value {row % (column * 100)} of {column}",
    };

    private static void WriteSheet(TextWriter sheet, int rows)
    {
        sheet.Write($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (var row = 0; row <= rows; row++)
        {
            sheet.Write($"<row r=\"{row + 1}\">");
            for (var column = 0; column < Columns; column++)
                sheet.Write($"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"s\"><v>{(row * Columns) + column}</v></c>");
            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static void WriteStrings(TextWriter strings, int rows)
    {
        strings.Write($"""<sst xmlns="{Main}">""");
        for (var row = 0; row <= rows; row++)
            for (var column = 0; column < Columns; column++)
                strings.Write($"<si><t>{Cell(row, column).Replace("&", "&amp;", StringComparison.Ordinal)}</t></si>");
        strings.Write("</sst>");
    }

    private static string Relation(params string[] parts)
    {
        var relations = parts.Chunk(3).Select(part =>
            string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"{part[0]}\" Type=\"{Office}/{part[1]}\" Target=\"{part[2]}\"/>"));
        return $"<Relationships xmlns=\"{Relations}\">{string.Concat(relations)}</Relationships>";
    }

    private static void Part(ZipArchive archive, string name, string content)
    {
        using var part = Open(archive, name);
        part.Write(content);
    }

    private static StreamWriter Open(ZipArchive archive, string name) =>
        new(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
}
