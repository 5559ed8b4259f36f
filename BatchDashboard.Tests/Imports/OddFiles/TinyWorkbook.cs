using System.IO.Compression;
using System.Security;
using System.Text;

namespace BatchDashboard.Tests.Imports.OddFiles;

/// <summary>Writes an .xlsx file part by part, so that a test can make any of them as odd as it likes.</summary>
internal sealed class TinyWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, string Rows, string State)> _sheets = [];
    private readonly Dictionary<string, string?> _replaced = [];
    private string _strings = "";
    private string _formats = "";
    private string _properties = "";

    /// <summary>A workbook of one sheet.</summary>
    /// <param name="rows">What stands in its <c>sheetData</c>.</param>
    public static TinyWorkbook Of(params ReadOnlySpan<string> rows) => new TinyWorkbook().Sheet("Sheet1", string.Concat(rows));

    /// <summary>A row of texts that stand in the cells themselves, from column A on; null leaves a cell out.</summary>
    public static string Row(int number, params ReadOnlySpan<string?> texts)
    {
        var row = new StringBuilder($"<row r=\"{number}\">");
        for (var column = 0; column < texts.Length; column++)
            if (texts[column] is { } text)
                row.Append(Text($"{(char)('A' + column)}{number}", text));
        return row.Append("</row>").ToString();
    }

    public static string Text(string reference, string text) =>
        $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{SecurityElement.Escape(text)}</t></is></c>""";

    /// <param name="style">One of those given to <see cref="Formats"/>, from 1.</param>
    public static string Number(string reference, string value, int style = 0) =>
        $"""<c r="{reference}" s="{style}"><v>{value}</v></c>""";

    public TinyWorkbook Sheet(string name, string rows, string state = "visible")
    {
        _sheets.Add((name, rows, state));
        return this;
    }

    /// <param name="items">The content of each <c>si</c>.</param>
    public TinyWorkbook Strings(params ReadOnlySpan<string> items)
    {
        foreach (var item in items)
            _strings += $"<si>{item}</si>";
        return this;
    }

    /// <param name="codes">Number formats, which become the styles 1, 2, …; a number is the id of a built-in one.</param>
    public TinyWorkbook Formats(params string[] codes)
    {
        var custom = codes.Index()
            .Select(code => $"""<numFmt numFmtId="{200 + code.Index}" formatCode="{SecurityElement.Escape(code.Item)}"/>""");
        var styles = codes.Index()
            .Select(code => code.Item is [>= '1' and <= '9', ..] ? code.Item : $"{200 + code.Index}")
            .Select(id => $"""<xf numFmtId="{id}"/>""");
        _formats = $"""
            <numFmts>{string.Concat(custom)}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/>{string.Concat(styles)}</cellXfs>
            """;
        return this;
    }

    public TinyWorkbook CountedFrom1904()
    {
        _properties = """<workbookPr date1904="1"/>""";
        return this;
    }

    /// <param name="content">Null leaves the part out.</param>
    public TinyWorkbook Part(string name, string? content)
    {
        _replaced[name] = content;
        return this;
    }

    public IReadOnlyList<string> PartNames => [.. AllParts().Select(part => part.Name)];

    /// <param name="change">Makes something else of a part.</param>
    public byte[] Bytes(Func<string, byte[], byte[]>? change = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var (name, content) in AllParts())
            {
                var bytes = Encoding.UTF8.GetBytes(content);
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(change is null ? bytes : change(name, bytes));
            }

        return stream.ToArray();
    }

    private IEnumerable<(string Name, string Content)> AllParts() =>
    [
        .. Parts().ExceptBy(_replaced.Keys, part => part.Name),
        .. _replaced.Where(part => part.Value is not null).Select(part => (part.Key, part.Value!)),
    ];

    private IEnumerable<(string Name, string Content)> Parts()
    {
        yield return ("_rels/.rels", Related(("rId1", "officeDocument", "xl/workbook.xml")));
        yield return ("xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}">{_properties}<sheets>{string.Concat(_sheets.Select((sheet, index) =>
                $"""<sheet name="{SecurityElement.Escape(sheet.Name)}" sheetId="{index + 1}" state="{sheet.State}" r:id="s{index}"/>"""))}</sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", Related(
        [
            ("rStrings", "sharedStrings", "sharedStrings.xml"),
            ("rStyles", "styles", "styles.xml"),
            .. _sheets.Select((_, index) => ($"s{index}", "worksheet", $"worksheets/sheet{index + 1}.xml")),
        ]));
        yield return ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{_strings}</sst>""");
        yield return ("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{_formats}</styleSheet>""");
        foreach (var (index, sheet) in _sheets.Index())
            yield return ($"xl/worksheets/sheet{index + 1}.xml",
                $"""<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData></worksheet>""");
    }

    private static string Related(params IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""<Relationships xmlns="{Relations}">{string.Concat(relations.Select(relation =>
            $"""<Relationship Id="{relation.Id}" Type="{Office}/{relation.Type}" Target="{relation.Target}"/>"""))}</Relationships>""";
}
