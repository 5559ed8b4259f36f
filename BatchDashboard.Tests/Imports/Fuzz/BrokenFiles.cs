using System.Text;
using BatchDashboard.Tests.Imports.OddFiles;

namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>Broken files without end, the same ones for the same seed.</summary>
internal static class BrokenFiles
{
    private static readonly byte[][] CsvSalt =
    [
        .. Bytes("\"", "\"\"", "'", ",", ";", "\t", "|", "\r", "\n", "\r\n", "\0", " ", "=", "sep=;\n", "\uFEFF", "é", "\u202E"),
        [0xFF, 0xFE], [0x80], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private static readonly byte[][] CsvSeeds =
    [
        .. Bytes(
            "phone_number,name,city\n+12125550123,Zoë,\"New York, NY\"\n+12125550124,\"Bob \"\"B\"\" Jones\",Boston\n",
            "sep=;\r\nphone;note\r\n+12125550123;\"a\r\nb\"\r\n\r\n2125550124;c\r\n",
            "My list\n\nphone\tname\n+12125550123\tAnn\n",
            "'phone_number','name'\n'+12125550123','Ann, B'\n'+12125550124','O'\n",
            "+12125550123|Ann\r+12125550124|Bob\r",
            "\uFEFFphone_number,a,\n1,2,\n3,4,\n"),
        Encoding.Unicode.GetBytes("\uFEFFphone_number,name\n+12125550123,Zoë\n"),
        Encoding.Latin1.GetBytes("phone_number,name\n+12125550123,Zoë\n+12125550124,Müller\n"),
    ];

    private static readonly byte[][] XmlSalt = Bytes(
        "<", ">", "/", "\"", "&", "&#0;", "&#xD800;", "<row>", "</row>", "<row r=\"1048576\"/>", "<c r=\"XFD1\" t=\"s\"><v>0</v></c>",
        "<c r=\"A0\"/>", "t=\"s\"", "<v>", "</v>", "-1", "99999999999", "1E400", "NaN", "_xD800_", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--");

    private static readonly TinyWorkbook Workbook = new TinyWorkbook()
        .Sheet("Cover", TinyWorkbook.Row(1, "My list"))
        .Sheet("People", """
            <row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t>when</t></is></c></row>
            <row r="3"><c r="B3"><v>12125550123</v></c><c r="C3" t="str"><f>A1</f><v>Ann</v></c><c r="D3" s="1"><v>45424.5</v></c></row>
            <row r="5" hidden="1"><c r="B5"><v>1.2125550124E10</v></c><c r="C5" t="b"><v>1</v></c><c r="D5" t="e"><v>#N/A</v></c></row>
            """)
        .Strings("<t>phone</t>", "<r><t>na</t></r><r><t>me</t></r>")
        .Formats("yyyy-mm-dd hh:mm", "00000");

    private static readonly byte[] Archive = Workbook.Bytes();

    public static byte[] Csv(int run, int seed) => Mutation.Of(CsvSeeds[run % CsvSeeds.Length], CsvSalt, RandomOf(run, seed));

    /// <summary>In turn one part of a workbook is broken, and the archive around all of them.</summary>
    public static byte[] OfWorkbook(int run, int seed)
    {
        var random = RandomOf(run, seed);
        if (run % 2 == 0)
            return Mutation.Of(Archive, XmlSalt, random);
        var broken = Workbook.PartNames[run / 2 % Workbook.PartNames.Count];
        return Workbook.Bytes((name, content) => name == broken ? Mutation.Of(content, XmlSalt, random) : content);
    }

    private static Random RandomOf(int run, int seed) => new(unchecked((seed * 1_000_003) + run));

    private static byte[][] Bytes(params IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
