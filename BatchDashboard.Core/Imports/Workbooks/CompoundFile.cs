using System.Buffers.Binary;
using System.Text;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>
/// The container of old Office documents, and of new ones that are protected with a password: tells which it is.
/// </summary>
internal static class CompoundFile
{
    private const int SectorShiftAt = 0x1E;
    private const int DirectorySectorAt = 0x30;
    private const int DirectoryBytes = 16 * 1024;

    public static bool Is(ReadOnlySpan<byte> head) => head is [0xD0, 0xCF, 0x11, 0xE0, ..];

    public static async Task<Error> ExplainAsync(
        FileStream file, ReadOnlyMemory<byte> head, CancellationToken cancellationToken)
    {
        var directory = new byte[DirectoryBytes];
        if (DirectoryOffset(head.Span) is { } offset && offset < file.Length)
        {
            file.Seek(offset, SeekOrigin.Begin);
            await file.ReadAtLeastAsync(directory, directory.Length, false, cancellationToken);
        }

        if (Names("EncryptedPackage"))
            return WorkbookErrors.Protected();
        return Names("Workbook") || Names("Book")
            ? WorkbookErrors.OldWorkbook()
            : WorkbookErrors.NoWorkbook("an old Office document");

        bool Names(string name)
        {
            var entry = Encoding.Unicode.GetBytes(name + '\0');
            return directory.AsSpan().IndexOf(entry) >= 0 || head.Span.IndexOf(entry) >= 0;
        }
    }

    private static long? DirectoryOffset(ReadOnlySpan<byte> head)
    {
        if (head.Length < DirectorySectorAt + sizeof(uint))
            return null;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(head[SectorShiftAt..]);
        var sector = BinaryPrimitives.ReadUInt32LittleEndian(head[DirectorySectorAt..]);
        return shift is 9 or 12 ? (sector + 1L) << shift : null;
    }
}
