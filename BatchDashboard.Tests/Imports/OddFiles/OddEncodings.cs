using System.Text;

namespace BatchDashboard.Tests.Imports.OddFiles;

/// <summary>Text files in all kinds of encodings.</summary>
internal static class OddEncodings
{
    static OddEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<OddFile> All => [.. Unicode, .. Legacy, .. Broken];

    private static IEnumerable<OddFile> Unicode =>
    [
        In("utf-8", "Zoë", "王伟"),
        In("utf-16", "Zoë", "王伟"),
        In("utf-16BE", "Zoë", "王伟"),
        In("utf-32", "Zoë", "王伟"),
        Marked("utf-8", "Zoë"),
        Marked("utf-16", "Zoë"),
        Marked("utf-16BE", "Zoë"),
    ];

    private static IEnumerable<OddFile> Legacy =>
    [
        In("windows-1252", "Zoë Müller", "François d'Été", "José Ñandú"),
        In("windows-1251", "Иван Петров", "Ольга Сидорова", "Москва"),
        In("koi8-r", "Иван Петров", "Ольга Сидорова", "Москва"),
        In("windows-1253", "Γιώργος Παπαδόπουλος", "Αθήνα"),
        In("windows-1254", "İbrahim Şahin", "Çağrı Yıldız", "Güneş"),
        In("windows-1255", "דוד כהן", "תל אביב"),
        In("windows-1256", "محمد علي", "القاهرة"),
        In("windows-1257", "Jānis Bērziņš", "Žemaitė"),
        In("ibm850", "Zoë", "Müller", "José"),
        In("shift_jis", "山田太郎", "鈴木一郎", "カタカナ"),
        In("euc-jp", "山田太郎", "東京都"),
        In("gb18030", "王伟", "李娜", "北京市", "张三"),
        In("big5", "王小明", "陳怡君", "台北市"),
    ];

    private static IEnumerable<OddFile> Broken =>
    [
        new("a foreign byte among UTF-8 accents costs its row", () =>
            [.. "phone,name\n1,Zoë\n2,Müller\n3,José\n4,Zo"u8, 0xEB, .. "\n5,Ñandú\n6,Été\n"u8],
            "phone|name", "2: 1|Zoë", "3: 2|Müller", "4: 3|José", "5 skipped binary_cell name ~ not utf-8 text", "6: 5|Ñandú", "7: 6|Été"),
        new("half a character at the end of UTF-16", () => [.. Unmarked("utf-16", "phone,name\n1,Ann\n2,Bo"), 0x41],
            "phone|name", "2: 1|Ann", "3 skipped binary_cell name ~ not utf-16 text"),
        new("half a pair in UTF-16", () => [.. Unmarked("utf-16", "phone,name\n1,A"), 0x00, 0xD8, .. Unmarked("utf-16", "n\n2,Bob\n")],
            "phone|name", "2 skipped binary_cell name ~ not utf-16 text", "3: 2|Bob"),
    ];

    private static OddFile In(string encoding, params string[] names) => new(
        $"{encoding}: {string.Join(", ", names)}",
        () => encoding == "utf-32" ? WithMark(encoding, Table(names)) : Unmarked(encoding, Table(names)),
        Expected(names));

    private static OddFile Marked(string encoding, params string[] names) => new(
        $"{encoding} with its mark", () => WithMark(encoding, Table(names)), Expected(names));

    private static string Table(string[] names) =>
        "phone,name\r\n" + string.Concat(names.Select((name, index) => $"{index + 1},{name}\r\n"));

    private static string[] Expected(string[] names) =>
        ["phone|name", .. names.Select((name, index) => $"{index + 2}: {index + 1}|{name}")];

    private static byte[] Unmarked(string encoding, string text) => Encoding.GetEncoding(encoding).GetBytes(text);

    private static byte[] WithMark(string encoding, string text) =>
        [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Unmarked(encoding, text)];
}
