using System.Text;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The encodings of source files, by the names that a <see cref="SourceFormat"/> carries.</summary>
public static class SourceEncodings
{
    internal const string Utf8 = "utf-8";
    internal const string Utf16LittleEndian = "utf-16";
    internal const string Utf16BigEndian = "utf-16BE";
    internal const string Utf32LittleEndian = "utf-32";
    internal const string Windows1252 = "windows-1252";

    static SourceEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Those that are offered to people, most likely ones first; their names as .NET spells them.</summary>
    public static IReadOnlyList<SourceEncoding> All { get; } =
    [
        new(Utf8, "UTF-8"),
        new(Windows1252, "Western European (Windows-1252)"),
        new("iso-8859-15", "Western European (ISO 8859-15)"),
        new("macintosh", "Western European (Mac)"),
        new("ibm850", "Western European (DOS 850)"),
        new(Utf16LittleEndian, "UTF-16 LE"),
        new(Utf16BigEndian, "UTF-16 BE"),
        new(Utf32LittleEndian, "UTF-32 LE"),
        new("windows-1250", "Central European (Windows-1250)"),
        new("iso-8859-2", "Central European (ISO 8859-2)"),
        new("windows-1251", "Cyrillic (Windows-1251)"),
        new("koi8-r", "Cyrillic (KOI8-R)"),
        new("windows-1253", "Greek (Windows-1253)"),
        new("iso-8859-7", "Greek (ISO 8859-7)"),
        new("windows-1254", "Turkish (Windows-1254)"),
        new("windows-1255", "Hebrew (Windows-1255)"),
        new("windows-1256", "Arabic (Windows-1256)"),
        new("windows-1257", "Baltic (Windows-1257)"),
        new("windows-874", "Thai (Windows-874)"),
        new("shift_jis", "Japanese (Shift JIS)"),
        new("euc-jp", "Japanese (EUC-JP)"),
        new("gb18030", "Chinese (GB18030)"),
        new("big5", "Chinese (Big5)"),
        new("euc-kr", "Korean (EUC-KR)"),
    ];

    /// <summary>What an encoding is called; its own name when it is none of <see cref="All"/>.</summary>
    public static string LabelOf(string name) =>
        All.FirstOrDefault(encoding => encoding.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Label ?? name;

    /// <summary>Bytes that are no text in it become U+FFFD, whatever the encoding would make of them by itself.</summary>
    internal static Encoding Get(string name) =>
        Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new UndecodableFallback());

    internal static Encoding? Find(string name)
    {
        try
        {
            return Get(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
