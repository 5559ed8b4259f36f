using System.IO.Compression;
using System.Xml;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The zip archive of a workbook, from which no more is unpacked than a real one can hold.</summary>
internal sealed class Package : IDisposable
{
    /// <summary>Thousands of parts; the archive keeps an object for each.</summary>
    private const long MaxDirectoryBytes = 1024 * 1024;

    /// <summary>The XML of cells shrinks to a tenth; what shrinks to less than this is no list.</summary>
    private const int MaxRatio = 200;

    /// <summary>So much may be unpacked whatever the ratio.</summary>
    private const long AlwaysAllowed = 16 * 1024 * 1024;

    private const long MaxPartBytes = 2L * 1024 * 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private Package(ZipArchive archive)
    {
        _archive = archive;
        foreach (var entry in archive.Entries)
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    /// <exception cref="SourceUnreadableException">It is no zip archive, or a hostile one.</exception>
    public static Package Open(string path)
    {
        var file = new BoundedStream(File.OpenRead(path), long.MaxValue);
        try
        {
            file.AllowStep(MaxDirectoryBytes);
            var package = Guard(() => new Package(new ZipArchive(file, ZipArchiveMode.Read)));
            file.AllowStep(long.MaxValue);
            return package;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whatever the platform's readers say about broken archives and XML becomes one refusal.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw new SourceUnreadableException(WorkbookErrors.Damaged());
        }
    }

    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Null when the package has no such part.</summary>
    /// <param name="most">Bytes of it that may be read.</param>
    public XmlPart? Open(string? part, long most = MaxPartBytes)
    {
        if (part is null || !_parts.TryGetValue(part, out var entry))
            return null;
        if (entry.IsEncrypted)
            throw new SourceUnreadableException(WorkbookErrors.Protected());
        var allowed = Math.Min(MaxPartBytes, Math.Max(AlwaysAllowed, entry.CompressedLength * MaxRatio));
        if (entry.Length > allowed)
            throw new SourceUnreadableException(WorkbookErrors.Swollen());
        return Guard(() => new XmlPart(new BoundedStream(entry.Open(), Math.Min(most, allowed)), entry.Length));
    }

    public void Dispose() => _archive.Dispose();
}
