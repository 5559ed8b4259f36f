using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;

namespace BatchDashboard.Core.Data;

/// <summary>What tells a file from a copy of it.</summary>
internal static partial class FileIdentity
{
    private const int CurrentDirectory = -100;
    private const uint WantInode = 0x100;
    private const int InodeOffset = 32;

    /// <summary>The inode where the system has them; elsewhere the moment the file was made, which no copy takes along.</summary>
    public static string Of(string path) =>
        OperatingSystem.IsLinux() ? Inode(path) : File.GetCreationTimeUtc(path).Ticks.ToString(CultureInfo.InvariantCulture);

    private static string Inode(string path)
    {
        // struct statx of statx(2), whose layout is the same on all processors.
        var facts = new byte[256];
        return Statx(CurrentDirectory, path, 0, WantInode, facts) == 0
            ? BinaryPrimitives.ReadUInt64LittleEndian(facts.AsSpan(InodeOffset)).ToString(CultureInfo.InvariantCulture)
            : throw new IOException($"The system does not tell what file {path} is.");
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int directory, string path, int flags, uint mask, [Out] byte[] facts);
}
