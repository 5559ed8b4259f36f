using BatchDashboard.Core.Imports.Sources;
using static BatchDashboard.Tests.Imports.OddFiles.OddFile;

namespace BatchDashboard.Tests.Imports.OddFiles;

/// <summary>Text files, in UTF-8.</summary>
internal static class OddTextFiles
{
    private const string NoRecipients = SourceErrors.NoRecipientsCode;
    private const string NotATable = SourceErrors.NotATableCode;
    private const string UnclosedQuote = SourceErrors.UnclosedQuoteCode;
    private const string TooLarge = SourceErrors.TooLargeCode;

    private static readonly string[] OneRow = ["phone|name", "2: 12125550123|Ann"];

    public static IEnumerable<OddFile> All =>
        [.. Nothing, .. LineEnds, .. Delimiters, .. Quotes, .. OpenQuotes, .. Shapes, .. Headers, .. Sizes, .. OtherContent];

    private static IEnumerable<OddFile> Nothing =>
    [
        Text("empty", "", Refused(NoRecipients, "The file has no recipients. It needs a header row")),
        Text("a byte order mark and nothing else", "\uFEFF", Refused(NoRecipients, "no recipients")),
        Text("blank lines only", "\n\r\n \n\t\n", Refused(NoRecipients, "no recipients")),
        Text("a header and no row", "phone,name\n", Refused(NoRecipients, "no recipients")),
        Text("a header without a line end", "phone,name", Refused(NoRecipients, "no recipients")),
        Text("a header and blank lines", "phone,name\n\n  \n", Refused(NoRecipients, "no recipients")),
        Text("a separator line and nothing else", "sep=;\n", Refused(NoRecipients, "no recipients")),
        Text("nothing but delimiters", ",,\n,,\n", Refused(NoRecipients, "no recipients")),
        Text("a single tab", "\t", Refused(NoRecipients, "no recipients")),
    ];

    private static IEnumerable<OddFile> LineEnds =>
    [
        Text("line ends of Unix", "phone,name\n12125550123,Ann\n", OneRow),
        Text("line ends of Windows", "phone,name\r\n12125550123,Ann\r\n", OneRow),
        Text("line ends of the first Macs", "phone,name\r12125550123,Ann\r", OneRow),
        Text("no line end at the end", "phone,name\n12125550123,Ann", OneRow),
        Text("mixed line ends", "phone,name\r\n12125550123,Ann\n12125550124,Bob\r12125550125,Eve",
            [.. OneRow, "3: 12125550124|Bob", "4: 12125550125|Eve"]),
        Text("blank lines between the rows", "phone,name\n\n12125550123,Ann\r\n\r\n   \n12125550124,Bob\n\n",
            "phone|name", "3: 12125550123|Ann", "6: 12125550124|Bob"),
        Text("the end mark of DOS", "phone,name\r\n12125550123,Ann\r\n\u001A", OneRow),
        Text("a byte order mark", "\uFEFFphone,name\n12125550123,Ann\n", OneRow),
        Text("a byte order mark before a quote", "\uFEFF\"phone\",name\n12125550123,Ann\n", OneRow),
    ];

    private static IEnumerable<OddFile> Delimiters =>
    [
        Text("semicolons", "phone;name\n12125550123;Ann\n", OneRow),
        Text("tabs", "phone\tname\n12125550123\tAnn\n", OneRow),
        Text("vertical bars", "phone|name\n12125550123|Ann\n", OneRow),
        Text("a separator line", "sep=;\nphone;name\n12125550123;Ann\n", OneRow),
        Text("a separator line for a rare delimiter", "sep=^\nphone^name\n12125550123^Ann\n", OneRow),
        Text("a separator line that names a quote is a row", "sep=\"\nphone,name\n12125550123,Ann\n",
            "phone|name", "3: 12125550123|Ann"),
        Text("decimal commas between semicolons", "phone;price\n12125550123;1,5\n12125550124;2,5\n",
            "phone|price", "2: 12125550123|1,5", "3: 12125550124|2,5"),
        Text("commas in names between tabs", "phone\tname\n12125550123\tSmith, Ann\n12125550124\tDoe, Bob\n",
            "phone|name", "2: 12125550123|Smith, Ann", "3: 12125550124|Doe, Bob"),
        Text("one column", "phone\n12125550123\n", "phone", "2: 12125550123"),
        Text("a delimiter at the end of every line", "phone,name,\n12125550123,Ann,\n", OneRow),
        Text("a delimiter at the end of every line but the header's", "phone,name\n12125550123,Ann,\n", OneRow),
        Text("rows padded with delimiters, as spreadsheets do", "phone,name,,,\n12125550123,Ann,,,\n", OneRow),
    ];

    private static IEnumerable<OddFile> Quotes =>
    [
        Text("a delimiter in quotes", "phone,name\n12125550123,\"Smith, Ann\"\n", "phone|name", "2: 12125550123|Smith, Ann"),
        Text("a line break in quotes", "phone,name\n12125550123,\"Ann\nSmith\"\n12125550124,Bob\n",
            "phone|name", "2: 12125550123|Ann\nSmith", "3: 12125550124|Bob"),
        Text("doubled quotes", "phone,name\n12125550123,\"Ann \"\"A\"\" Smith\"\n", "phone|name", "2: 12125550123|Ann \"A\" Smith"),
        Text("nothing in quotes", "phone,name\n12125550123,\"\"\n", "phone|name", "2: 12125550123|"),
        Text("everything in quotes", "\"phone\",\"name\"\n\"12125550123\",\"Ann\"\n", OneRow),
        Text("a quote inside a word", "phone,name\n12125550123,5\" pipe\n", "phone|name", "2: 12125550123|5\" pipe"),
        Text("spaces behind a closing quote", "phone,name\n12125550123,\"Ann\" \n", "phone|name", "2: 12125550123|Ann "),
        Text("text behind a closing quote", "phone,name\n12125550123,\"Ann\"a\n12125550124,Bob\n",
            "phone|name", "2 skipped row_shape ~ line 2 goes on after the closing quote", "3: 12125550124|Bob"),
        Text("single quotes", "'phone','name'\n'12125550123','Smith, Ann'\n'12125550124','O''Hara'\n",
            "phone|name", "2: 12125550123|Smith, Ann", "3: 12125550124|O'Hara"),
        Text("the apostrophe of spreadsheets is no quote", "phone,name\n'12125550123,Ann\n'12125550124,Bob\n",
            "phone|name", "2: '12125550123|Ann", "3: '12125550124|Bob"),
        Text("names with apostrophes", "phone,name\n12125550123,O'Hara\n12125550124,D'Arcy\n",
            "phone|name", "2: 12125550123|O'Hara", "3: 12125550124|D'Arcy"),
    ];

    private static IEnumerable<OddFile> OpenQuotes =>
    [
        Text("a quote that never closes", "phone,name\n12125550123,\"Ann\n12125550124,Bob\n",
            Refused(UnclosedQuote, "The quote (\") that opens on line 2 is never closed")),
        Text("an open quote behind a quoted line break", "phone,name\n\"1\n2\",\"Ann\n12125550124,Bob\n",
            Refused(UnclosedQuote, "line 3 ")),
        Text("an open quote that a later one seems to close", "phone,name\n1,\"Ann\n2,\"Bob\"\n3,Eve\n4,\"Zoë\"\n",
            Refused(UnclosedQuote, "line 2 ")),
        Text("an open quote in the header", "\"phone,name\n12125550123,Ann\n", Refused(UnclosedQuote, "line 1 ")),
        Text("an open quote far behind", () => "phone,name\n" + Repeat("1,a\n", 40_000) + "2,\"b\n" + Repeat("3,c\n", 300_000),
            Refused(UnclosedQuote, "line 40,002 ")),
    ];

    private static IEnumerable<OddFile> Shapes =>
    [
        Text("a row too short", "phone,name,city\n1,Ann\n2,Bob,Rome\n",
            "phone|name|city", "2 skipped row_shape ~ 2 fields where the header has 3 columns", "3: 2|Bob|Rome"),
        Text("a row too long", "phone,name\n1,Ann,Oslo\n2,Bob\n3,Eve\n",
            "phone|name", "2 skipped row_shape ~ 3 fields where the header has 2 columns", "3: 2|Bob", "4: 3|Eve"),
        Text("a bare delimiter in one value", "phone,name,city\n1,Smith, Ann,Oslo\n2,Bob,Rome\n3,Eve,Nice\n",
            "phone|name|city", "2 skipped row_shape ~ A value that contains the delimiter must stand in quotes", "3: 2|Bob|Rome", "4: 3|Eve|Nice"),
        Text("a row of delimiters only", "phone,name\n,\n12125550123,Ann\n", "phone|name", "2: |", "3: 12125550123|Ann"),
        Text("a NUL in a cell", "phone,name\n1,A\0n\n2,Bob\n",
            "phone|name", "2 skipped binary_cell name ~ NUL", "3: 2|Bob"),
        Text("formulas, HTML and templates are text", "phone,name\n1,=SUM(A1)\n2,<b>x</b>\n3,{{name}}\n",
            "phone|name", "2: 1|=SUM(A1)", "3: 2|<b>x</b>", "4: 3|{{name}}"),
        Text("scripts of the world", "phone,name\n1,Zoë\n2,王伟\n3,Владимир\n4,😀 محمد\n",
            "phone|name", "2: 1|Zoë", "3: 2|王伟", "4: 3|Владимир", "5: 4|😀 محمد"),
    ];

    private static IEnumerable<OddFile> Headers =>
    [
        Text("title lines above the header", "My list of May\nmade by me, myself\n\nphone,name,city\n1,Ann,Oslo\n2,Bob,Rome\n",
            "phone|name|city", "5: 1|Ann|Oslo", "6: 2|Bob|Rome"),
        Text("title lines padded with delimiters", "My list,,\n,,\nMobile,Who,Where\n12125550123,Ann,Oslo\n",
            "Mobile|Who|Where", "4: 12125550123|Ann|Oslo"),
        Text("a title, and headers nobody knows", "List of May\nRuf,Wer,Wo\n12125550123,Ann,Oslo\n12125550124,Bob,Rom\n",
            "Ruf|Wer|Wo", "3: 12125550123|Ann|Oslo", "4: 12125550124|Bob|Rom"),
        Text("a title with a date", "Export,2024-05-12\nphone,name,city\n12125550123,Ann,Oslo\n",
            "phone|name|city", "3: 12125550123|Ann|Oslo"),
        Text("groups above the headers", "Person,,Address,\nphone,name,street,city\n12125550123,Ann,Way 1,Oslo\n",
            "phone|name|street|city", "3: 12125550123|Ann|Way 1|Oslo"),
        Text("no header", "12125550123,Ann\n12125550124,Bob\n",
            "column_1|column_2", "1: 12125550123|Ann", "2: 12125550124|Bob"),
        Text("no header, and one column", "+1 (212) 555-0123\n212.555.0124\n", "column_1", "1: +1 (212) 555-0123", "2: 212.555.0124"),
        Text("no header, and numbers in wrappers", "Ann,\"=\"\"+12125550123\"\"\"\nBob,\"=\"\"+12125550124\"\"\"\n",
            "column_1|column_2", "1: Ann|=\"+12125550123\"", "2: Bob|=\"+12125550124\""),
        Text("headers with spaces, twice, and none", "phone number,name,name,\n1,a,b,c\n", "phone number|name|name|", "2: 1|a|b|c"),
        Text("a blank line above the header", "\n\nphone,name\n1,Ann\n", "phone|name", "4: 1|Ann"),
        Text("dates are no phone numbers", "2024-05-12,2024-05-13\n1,2\n", "2024-05-12|2024-05-13", "2: 1|2"),
    ];

    private static IEnumerable<OddFile> Sizes =>
    [
        Text("a cell of 10,001 characters", () => $"phone,note\n1,{Repeat("é", 10_001)}\n2,{Repeat("é", 10_000)}\n",
            "phone|note", "2 skipped cell_too_long note ~ longer than 10,000 characters", $"3: 2|{Repeat("é", 10_000)}"),
        Text("a cell of 10 MB", () => $"phone,note\n1,{Repeat("x", 10_000_000)}\n",
            Refused(TooLarge, "The row that starts on line 2 is longer than 1,048,576 bytes")),
        Text("a cell of 10 MB in quotes", () => $"phone,note\n1,\"{Repeat("x", 10_000_000)}\"\n",
            Refused(TooLarge, "The row that starts on line 2 is longer")),
        Text("a cell of 10 MB in single quotes", () => $"'phone','note'\n'1','{Repeat("x", 10_000_000)}'\n",
            Refused(TooLarge, "The row that starts on line 2 is longer")),
        Text("16,384 columns", () => string.Join(',', Enumerable.Range(1, 16_384)) + "\n1,2\n",
            Refused(TooLarge, "16,384 columns, and at most 1,000 can be used")),
        Text("16,384 columns and no header", () => string.Join(',', Enumerable.Repeat("2125550123", 16_384)) + "\n",
            Refused(TooLarge, "16,384 columns, and at most 1,000 can be used")),
        Text("a row of 16,384 columns below a narrow header", () => $"phone,name\n1,Ann\n{Repeat("1,", 16_383)}1\n2,Bob\n",
            "phone|name", "2: 1|Ann", "3 skipped row_shape ~ 16384 fields", "4: 2|Bob"),
    ];

    private static IEnumerable<OddFile> OtherContent =>
    [
        Text("JSON", "[{\"phone\":\"12125550123\"}]", Refused(NotATable, "it is JSON")),
        Text("a web page", "<!DOCTYPE html><html><body>phone,name</body></html>", Refused(NotATable, "it is a web page or XML")),
        Text("a web page that is called .xls", "\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", Refused(NotATable, "web page")),
        Text("an XML spreadsheet", "<?xml version=\"1.0\"?><Workbook/>", Refused(NotATable, "it is a web page or XML")),
        Text("a PDF", "%PDF-1.7\n%\u0001\u0002", Refused(NotATable, "it is a PDF document")),
        new("a gzip archive", () => [0x1F, 0x8B, 8, 0, 1, 2, 3], Refused(NotATable, "gzip archive. Unpack it")),
        new("an image", () => [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], Refused(NotATable, "it is an image")),
        new("a program", () => [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0], Refused(NotATable, "its content is binary")),
        new("random bytes", () => RandomBytes(20_000), Refused(NotATable, "its content is binary")),
    ];

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
