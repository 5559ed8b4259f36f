using System.IO.Compression;
using System.Text;
using BatchDashboard.Core.Imports.Sources;
using static BatchDashboard.Tests.Imports.OddFiles.OddFile;
using static BatchDashboard.Tests.Imports.OddFiles.TinyWorkbook;

namespace BatchDashboard.Tests.Imports.OddFiles;

/// <summary>Excel workbooks, and files that only look like some.</summary>
internal static class OddWorkbooks
{
    private const string NoRecipients = SourceErrors.NoRecipientsCode;
    private const string NotATable = SourceErrors.NotATableCode;
    private const string TooLarge = SourceErrors.TooLargeCode;

    private const string Damaged = "the Excel workbook or zip archive is damaged. Open it, save it again";

    private static readonly string Header = Row(1, "phone", "name");

    private static readonly string[] OneRow = ["phone|name", "2: 12125550123|Ann"];

    public static IEnumerable<OddFile> All =>
        [.. Nothing, .. Texts, .. Numbers, .. Moments, .. Shapes, .. Sheets, .. Broken, .. OtherFiles, .. Bombs];

    private static IEnumerable<OddFile> Nothing =>
    [
        Workbook("a sheet without rows", () => Of(), Refused(NoRecipients, "no recipients")),
        Workbook("a sheet with empty rows", () => Of("<row r=\"1\"/>", "<row r=\"2\"><c r=\"A2\"/></row>"), Refused(NoRecipients, "no recipients")),
        Workbook("a sheet with a header only", () => Of(Header), Refused(NoRecipients, "no recipients")),
        Workbook("a sheet of spaces", () => Of(Row(1, " ", "  ")), Refused(NoRecipients, "no recipients")),
        Workbook("a workbook without sheets", () => new TinyWorkbook(), Refused(NotATable, "the workbook has no sheet with cells")),
    ];

    private static IEnumerable<OddFile> Texts =>
    [
        Workbook("texts in the cells", () => Of(Header, Row(2, "12125550123", "Ann")), OneRow),
        Workbook("shared texts", () => Of(Shared(1, 0, 1), Shared(2, 2, 3)).Strings("<t>phone</t>", "<t>name</t>", "<t>12125550123</t>", "<t>Ann</t>"), OneRow),
        Workbook("shared texts in another order", () => Of(Shared(1, 3, 1), Shared(2, 2, 0)).Strings("<t>Ann</t>", "<t>name</t>", "<t>12125550123</t>", "<t>phone</t>"), OneRow),
        Workbook("a text in several colours", () => Of(Header, """<row r="2"><c r="A2"><v>12125550123</v></c><c r="B2" t="s"><v>0</v></c></row>""")
            .Strings("<r><rPr><b/></rPr><t>A</t></r><r><t>nn</t></r>"), OneRow),
        Workbook("a text with its pronunciation", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="s"><v>0</v></c></row>""")
            .Strings("<t>山田</t><rPh sb=\"0\" eb=\"2\"><t>ヤマダ</t></rPh>"), "phone|name", "2: 1|山田"),
        Workbook("spaces and line breaks are kept", () => Of(Header, Row(2, "1", " Ann\nSmith ")), "phone|name", "2: 1| Ann\nSmith "),
        Workbook("characters that XML cannot hold", () => Of(Header, Row(2, "1", "A_x000D_n _x0041_ x_y_")), "phone|name", "2: 1|A\rn A x_y_"),
        Workbook("a NUL in a cell", () => Of(Header, Row(2, "1", "A_x0000_n"), Row(3, "2", "Bob")),
            "phone|name", "2 skipped binary_cell name ~ NUL", "3: 2|Bob"),
        Workbook("a cell of 10,001 characters", () => Of(Header, Row(2, "1", new string('é', 10_001)), Row(3, "2", "Bob")),
            "phone|name", "2 skipped cell_too_long name ~ longer than 10,000 characters", "3: 2|Bob"),
        Workbook("a text of a formula", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>"A"&amp;"nn"</f><v>Ann</v></c></row>"""),
            "phone|name", "2: 1|Ann"),
        Workbook("a formula without a saved result shows itself", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2&amp;"x"</f></c></row>"""),
            "phone|name", "2: 1|=A2&\"x\""),
        Workbook("a formula whose result is empty", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>"""),
            "phone|name", "2: 1|"),
        Workbook("truth and errors", () => Of(Header, """<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row>""", """<row r="3"><c r="A3" t="b"><v>0</v></c><c r="B3" t="e"><v>#DIV/0!</v></c></row>"""),
            "phone|name", "2: TRUE|#N/A", "3: FALSE|#DIV/0!"),
    ];

    private static IEnumerable<OddFile> Numbers =>
    [
        Value("12125550123", "12125550123"),
        Value("1.2125550123E10", "12125550123"),
        Value("12125550123.0", "12125550123"),
        Value("491701234567890123456", "491701234567890123456"),
        Value("1.1000000000000001", "1.1"),
        Value("0.30000000000000004", "0.30000000000000004"),
        Value("-5", "-5"),
        Value("1E-7", "0.0000001"),
        Value("1E+300", "1E+300"),
        Value("12345.678", "12345.678"),
        Value("1234", "01234", "00000"),
        Value("2125550123", "02125550123", "00000000000"),
        Value("1234.5", "1234.5", "#,##0.00"),
        Value("0.5", "0.5", "0%"),
        Value("none", "none"),
    ];

    private static IEnumerable<OddFile> Moments =>
    [
        Value("45424", "2024-05-12", "14"),
        Value("45424", "2024-05-12", "dd/mm/yyyy"),
        Value("45424", "2024-05-12", "[$-409]d. mmmm yyyy;@"),
        Value("45424.4375", "2024-05-12 10:30:00", "22"),
        Value("45424.4375", "2024-05-12 10:30:00", "yyyy-mm-dd hh:mm"),
        Value("45424.4375", "2024-05-12", "yyyy-mm-dd"),
        Value("0.4375", "10:30:00", "h:mm AM/PM"),
        Value("0.999999999", "00:00:00", "h:mm"),
        Value("1.5", "36:00:00", "[h]:mm:ss"),
        Value("1", "1900-01-01", "14"),
        Value("59", "1900-02-28", "14"),
        Value("60", "60", "14"),
        Value("61", "1900-03-01", "14"),
        Value("-1", "-1", "14"),
        Value("3000000", "3000000", "14"),
        Value("42", "42", "\"days\" 0"),
        Value("42", "42", "[Red]0;[Blue]-0"),
        Value("42", "42", "0_d"),
        Value("42", "42", "General"),
        Workbook("a date counted from 1904", () => Of(Header, $"<row r=\"2\">{Number("A2", "1")}{Number("B2", "43962", 1)}</row>").Formats("14").CountedFrom1904(),
            "phone|name", "2: 1|2024-05-12"),
        Workbook("a date as text of the format", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="d"><v>2024-05-12T10:30:00</v></c></row>"""),
            "phone|name", "2: 1|2024-05-12 10:30:00"),
    ];

    private static IEnumerable<OddFile> Shapes =>
    [
        Workbook("title lines above the header", () => Of(Row(1, "My list"), Row(3, "phone", "name"), Row(4, "12125550123", "Ann")),
            "phone|name", "4: 12125550123|Ann"),
        Workbook("no header", () => Of(Row(1, "12125550123", "Ann"), Row(2, "12125550124", "Bob")),
            "column_1|column_2", "1: 12125550123|Ann", "2: 12125550124|Bob"),
        Workbook("rows that are not there, and rows that are empty", () => Of(Header, Row(5, "12125550123", "Ann"), "<row r=\"6\"/>", Row(9, "12125550124", "Bob")),
            "phone|name", "5: 12125550123|Ann", "9: 12125550124|Bob"),
        Workbook("hidden rows are rows", () => Of(Header, """<row r="2" hidden="1"><c r="A2"><v>12125550123</v></c><c r="B2" t="inlineStr"><is><t>Ann</t></is></c></row>"""), OneRow),
        Workbook("columns that are empty on the left and on the right", () => Of(Row(1, null, null, "phone", "name"), Row(2, null, null, "12125550123", "Ann", "")), OneRow),
        Workbook("a short row has empty cells", () => Of(Row(1, "phone", "name", "city"), Row(2, "1"), Row(3, null, "Bob")),
            "phone|name|city", "2: 1||", "3: |Bob|"),
        Workbook("a column without a header", () => Of(Header, Row(2, "1", "Ann", "VIP")), "phone|name|", "2: 1|Ann|VIP"),
        Workbook("a value far beside the columns, further down", () => Of([Header, .. Enumerable.Range(2, 100).Select(row => Row(row, "1", "a")),
            """<row r="200"><c r="A200"><v>2</v></c><c r="AB200"><v>3</v></c></row>"""]),
            ["phone|name", .. Enumerable.Range(2, 100).Select(row => $"{row}: 1|a"), "200 skipped row_shape ~ Column AB has a value in this row but no header"]),
        Workbook("cells without references", () => Of("<row><c t=\"inlineStr\"><is><t>phone</t></is></c><c t=\"inlineStr\"><is><t>name</t></is></c></row>",
            "<row><c><v>12125550123</v></c><c t=\"inlineStr\"><is><t>Ann</t></is></c></row>"), OneRow),
    ];

    private static IEnumerable<OddFile> Sheets =>
    [
        Workbook("an empty sheet in front", () => new TinyWorkbook().Sheet("Cover", "").Sheet("People", Header + Row(2, "12125550123", "Ann")), OneRow),
        Workbook("a hidden sheet in front", () => new TinyWorkbook().Sheet("Old", Row(1, "a") + Row(2, "b"), "hidden").Sheet("People", Header + Row(2, "12125550123", "Ann")), OneRow),
        Workbook("only a hidden sheet has cells", () => new TinyWorkbook().Sheet("Cover", "").Sheet("People", Header + Row(2, "12125550123", "Ann"), "veryHidden"), OneRow),
        Workbook("no styles and no shared texts", () => Of(Header, Row(2, "12125550123", "Ann")).Part("xl/styles.xml", null).Part("xl/sharedStrings.xml", null), OneRow),
        Workbook("parts with prefixes, in the strict flavour", () => Of(Header, Row(2, "12125550123", "Ann")).Part("xl/worksheets/sheet1.xml",
            """<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c t="inlineStr"><x:is><x:t>phone</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>name</x:t></x:is></x:c></x:row><x:row r="2"><x:c><x:v>12125550123</x:v></x:c><x:c t="str"><x:v>Ann</x:v></x:c></x:row></x:sheetData></x:worksheet>"""), OneRow),
    ];

    private static IEnumerable<OddFile> Broken =>
    [
        new("a zip archive without an end", () => [0x50, 0x4B, 0x03, 0x04, 1, 2, 3], Refused(NotATable, Damaged)),
        new("a workbook that was cut off", () => Good().Bytes()[..^100], Refused(NotATable, Damaged)),
        Workbook("a sheet that is no XML", () => Good().Part("xl/worksheets/sheet1.xml", "phone,name\n1,Ann\n"), Refused(NotATable, Damaged)),
        Workbook("a sheet that ends in the middle of a row", () => Good().Part("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\">"), Refused(NotATable, Damaged)),
        Workbook("a sheet that is not there", () => Good().Part("xl/worksheets/sheet1.xml", null), Refused(NotATable, Damaged)),
        Workbook("a text that is not there", () => Of(Header, Shared(2, 7, 8)), Refused(NotATable, Damaged)),
        Workbook("rows in the wrong order", () => Of(Header, Row(3, "1", "a"), Row(2, "2", "b")), Refused(NotATable, Damaged)),
        Workbook("a row beyond the last one", () => Of(Header, "<row r=\"1048577\"/>"), Refused(NotATable, Damaged)),
        Workbook("a column beyond the last one", () => Of(Header, "<row r=\"2\"><c r=\"ZZZ2\"/></row>"), Refused(NotATable, Damaged)),
        Workbook("entities to expand", () => Good().Part("xl/worksheets/sheet1.xml", """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData/></worksheet>"""), Refused(NotATable, Damaged)),
        Workbook("an entity of a file", () => Good().Part("xl/sharedStrings.xml", """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst><si><t>&a;</t></si></sst>""").Sheet("More", Shared(1, 0)), ["phone|name", "2: 12125550123|Ann"]),
    ];

    private static IEnumerable<OddFile> OtherFiles =>
    [
        new("a workbook with a password", () => Compound("EncryptionInfo", "EncryptedPackage"), Refused(NotATable, "protected with a password. Open it, remove the password")),
        new("a workbook of Excel 97", () => Compound("Workbook"), Refused(NotATable, "a workbook of Excel 97-2003 (.xls). Save it as .xlsx or CSV")),
        new("a Word document of old", () => Compound("WordDocument"), Refused(NotATable, "an old Office document")),
        new("the first bytes of an old document", () => [0xD0, 0xCF, 0x11, 0xE0], Refused(NotATable, "an old Office document")),
        new("a Word document", () => Zip("word/document.xml"), Refused(NotATable, "a Word document")),
        new("a presentation", () => Zip("ppt/presentation.xml"), Refused(NotATable, "a presentation")),
        new("a binary workbook", () => Zip("xl/workbook.bin"), Refused(NotATable, "a binary workbook (.xlsb)")),
        new("an OpenDocument file", () => Zip("mimetype", "content.xml"), Refused(NotATable, "an OpenDocument file (.ods)")),
        new("a Numbers document", () => Zip("Index/Document.iwa"), Refused(NotATable, "a Numbers document")),
        new("a zip archive of a CSV file", () => Zip("list.csv"), Refused(NotATable, "a zip archive and no workbook. Unpack it")),
        new("an empty zip archive", () => Zip(), Refused(NotATable, "a zip archive and no workbook")),
    ];

    private static IEnumerable<OddFile> Bombs =>
    [
        Workbook("16,384 columns", () => Of($"<row r=\"1\">{Repeat("<c><v>1</v></c>", 16_384)}</row>", Row(2, "1")), Refused(TooLarge, "1,001 columns, and at most 1,000")),
        Workbook("16,384 columns, nearly all of them empty", () => Of(Header, """<row r="2"><c r="A2"><v>1</v></c><c r="XFD2"><v>2</v></c></row>"""), Refused(TooLarge, "16,384 columns, and at most 1,000")),
        Workbook("a row of a million characters", () => Of(Header, Row(2, [.. Enumerable.Repeat(new string('x', 1_000_000), 2)])), "phone|name", "2 skipped cell_too_long phone ~ 10,000"),
        Workbook("a row of many long cells", () => Of(Header, $"<row r=\"2\">{Repeat($"<c t=\"str\"><v>{new string('x', 10_000)}</v></c>", 200)}</row>"), Refused(TooLarge, "Row 2 is longer than 1,048,576 characters")),
        Workbook("a sheet that unpacks to a thousand times its size", () => Of(Header, new string(' ', 30_000_000)), Refused(TooLarge, "unpacks to far more")),
        Workbook("a number format of half a million brackets",
            () => Of(Header, $"<row r=\"2\">{Number("A2", "12125550123", 1)}{Text("B2", "Ann")}</row>").Formats(Repeat("[a", 500_000)), OneRow),
        Workbook("a hundred thousand sheets that are none", () => Of(Header, Row(2, "12125550123", "Ann")).Part("xl/workbook.xml", ManySheets(100_000)),
            Refused(NotATable, "the workbook has no sheet with cells")),
        Workbook("a million empty rows and one more", () => Of(Header, Repeat("<row/>", 1_048_576)), Refused(NotATable, Damaged)),
        Workbook("one tag of two megabytes", () => Of($"<row r=\"1\" x=\"{new string('x', 2_000_000)}\"/>"), Refused(TooLarge, "unpacks to far more")),
        Workbook("one text of two megabytes", () => Of(Header, Row(2, "1", new string('x', 2_200_000))), Refused(TooLarge, "unpacks to far more")),
        Workbook("two megabytes of nothing", () => Of(Header, new string(' ', 2_200_000)), Refused(TooLarge, "unpacks to far more")),
        Workbook("tags in tags in tags", () => Of(Repeat("<a>", 100)), Refused(NotATable, Damaged)),
        Workbook("twenty thousand names", () => Of(string.Concat(Enumerable.Range(0, 20_000).Select(index => $"<a{index}/>"))), Refused(NotATable, Damaged)),
        new("an archive of fifty thousand parts", () => Zip([.. Enumerable.Range(0, 50_000).Select(index => $"{index}")]), Refused(TooLarge, "unpacks to far more")),
    ];

    private static TinyWorkbook Good() => Of(Header, Row(2, "12125550123", "Ann"));

    /// <param name="format">A number format; the general one by default.</param>
    private static OddFile Value(string value, string text, string format = "0") => Workbook(
        $"the number {value} shown as {format}",
        () => Of(Header, $"<row r=\"2\">{Number("A2", "1")}{Number("B2", value, 1)}</row>").Formats(format),
        "phone|name", $"2: 1|{text}");

    private static string Shared(int row, params IEnumerable<int> texts) =>
        $"<row r=\"{row}\">{string.Concat(texts.Select(text => $"<c t=\"s\"><v>{text}</v></c>"))}</row>";

    private static string ManySheets(int count) =>
        "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
        + Repeat("<sheet name=\"x\" r:id=\"nobody\"/>", count) + "</sheets></workbook>";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Zip(params string[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
            foreach (var part in parts)
                zip.CreateEntry(part);
        return stream.ToArray();
    }

    /// <summary>A container of old Office documents, as far as its directory.</summary>
    private static byte[] Compound(params string[] streams)
    {
        var bytes = new byte[512 * 40];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(bytes);
        bytes[0x1E] = 9;
        bytes[0x30] = 30;
        foreach (var (index, name) in streams.Index())
            Encoding.Unicode.GetBytes(name).CopyTo(bytes, (31 * 512) + (index * 128));
        return bytes;
    }
}
