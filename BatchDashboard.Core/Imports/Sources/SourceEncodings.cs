using System.Text;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>The encodings of source files, by the names that a <see cref="SourceFormat"/> carries.</summary>
internal static class SourceEncodings
{
    public const string Utf8 = "utf-8";
    public const string Utf16LittleEndian = "utf-16";
    public const string Utf16BigEndian = "utf-16BE";
    public const string Windows1252 = "windows-1252";

    static SourceEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Get(string name) => Encoding.GetEncoding(name);

    public static Encoding? Find(string name)
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
