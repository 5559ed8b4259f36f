using System.Globalization;
using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds out how the bytes of a text are to be decoded.</summary>
internal static class EncodingDetector
{
    /// <summary>Below it the statistics say no more than a coin does, and Western European is the better guess.</summary>
    private const float Floor = 0.55f;

    /// <summary>From here on nobody needs to be bothered.</summary>
    private const float Sure = 0.8f;

    /// <param name="isWhole">False when the last character of the bytes may be cut.</param>
    public static Finding<string> Detect(ReadOnlySpan<byte> bytes, bool isWhole) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] => Marked(SourceEncodings.Utf32LittleEndian),
        [0xFF, 0xFE, ..] => Marked(SourceEncodings.Utf16LittleEndian),
        [0xFE, 0xFF, ..] => Marked(SourceEncodings.Utf16BigEndian),
        [0xEF, 0xBB, 0xBF, ..] => Marked(SourceEncodings.Utf8),
        _ => DetectUnmarked(bytes, isWhole),
    };

    private static Finding<string> Marked(string name) => new(name, "the file says so itself");

    private static Finding<string> DetectUnmarked(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (WideEncoding(bytes) is { } wide)
            return new(wide, "every second byte is zero");

        var characters = isWhole ? bytes : bytes[..WholeCharacters(bytes)];
        if (Ascii.IsValid(characters))
            return new(SourceEncodings.Utf8, "there are no accents in it");
        if (Utf8.IsValid(characters))
            return new(SourceEncodings.Utf8, "its accents are valid UTF-8");
        return IsMostlyUtf8(characters)
            ? new(SourceEncodings.Utf8, "nearly all of its accents are valid UTF-8; rows with others are skipped", IsGuess: true)
            : DetectLegacy(characters);
    }

    private static Finding<string> DetectLegacy(ReadOnlySpan<byte> bytes) => MixedEncoding.IsIn(bytes)
        ? new(DetectSingle(bytes).Value, "some lines are valid UTF-8 and others are not", IsGuess: true)
        : DetectSingle(bytes);

    private static Finding<string> DetectSingle(ReadOnlySpan<byte> bytes)
    {
        var found = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        if (found is not { Confidence: >= Floor, Encoding: not null }
            || OfferedName(found.Encoding.WebName, bytes) is not { } name)
            return new(SourceEncodings.Windows1252, "it is not UTF-8, and this is the most common other one", IsGuess: true);

        var percent = Math.Floor(found.Confidence * 100).ToString(CultureInfo.InvariantCulture);
        return new(name, $"the letters fit, with {percent} % confidence", found.Confidence < Sure);
    }

    /// <summary>
    /// Windows and ISO encodings of a script mostly differ in the bytes from 0x80 to 0x9F, which hold no letters in the
    /// latter; files that use them come from Windows.
    /// </summary>
    private static string? OfferedName(string detected, ReadOnlySpan<byte> bytes)
    {
        var fromWindows = bytes.IndexOfAnyInRange((byte)0x80, (byte)0x9F) >= 0;
        var name = detected.ToLowerInvariant() switch
        {
            "iso-8859-1" => SourceEncodings.Windows1252,
            "iso-8859-2" when fromWindows => "windows-1250",
            "iso-8859-7" when fromWindows => "windows-1253",
            "iso-8859-8" => "windows-1255",
            "iso-8859-6" => "windows-1256",
            "iso-8859-9" => "windows-1254",
            "iso-8859-13" => "windows-1257",
            "iso-8859-11" => "windows-874",
            var other => other,
        };
        return SourceEncodings.All.FirstOrDefault(encoding => encoding.Name == name)?.Name;
    }

    /// <summary>UTF-16 without a mark: in text that is mostly ASCII, one byte of each pair is zero.</summary>
    private static string? WideEncoding(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = [0, 0];
        for (var index = 0; index < bytes.Length; index++)
            if (bytes[index] == 0)
                zeros[index % 2]++;
        var pairs = bytes.Length / 2;
        return (zeros[0], zeros[1]) switch
        {
            var (even, odd) when odd * 4 > pairs && even * 20 < odd => SourceEncodings.Utf16LittleEndian,
            var (even, odd) when even * 4 > pairs && odd * 20 < even => SourceEncodings.Utf16BigEndian,
            _ => null,
        };
    }

    /// <summary>A few foreign bytes must not turn all other accents into something else.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (valid, invalid) = (0, 0);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var at)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
                valid++;
            else
                invalid++;
            bytes = bytes[(at + length)..];
        }

        return valid > invalid * 4;
    }

    /// <summary>The length without the first bytes of a character that goes on beyond the end.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            if (bytes[^back] >= 0xC0)
                return bytes.Length - back;
        return bytes.Length;
    }
}
