using System.Text;
using System.Text.Unicode;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>Finds UTF-8 among the text of another encoding: files are put together from several.</summary>
internal static class MixedEncoding
{
    /// <summary>What the cell says when it is UTF-8; null when it cannot be.</summary>
    /// <param name="encoding">In which the cell was read.</param>
    public static string? AsUtf8(string cell, Encoding encoding)
    {
        if (!encoding.IsSingleByte || Ascii.IsValid(cell))
            return null;
        var bytes = encoding.GetBytes(cell);
        return Utf8.IsValid(bytes) && encoding.GetString(bytes) == cell ? Encoding.UTF8.GetString(bytes) : null;
    }

    /// <summary>Some lines with accents are UTF-8, and others are not.</summary>
    public static bool IsIn(ReadOnlySpan<byte> bytes)
    {
        var (isSome, isOther) = (false, false);
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range];
            if (Ascii.IsValid(line))
                continue;
            var isUtf8 = Utf8.IsValid(line);
            isSome |= isUtf8;
            isOther |= !isUtf8;
        }

        return isSome && isOther;
    }
}
