using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>An append-only file of JSON lines, for one writer at a time and any number of readers.</summary>
/// <remarks>
/// A line is one write to the operating system: killing the process loses no line that was appended, losing power may.
/// A last line without its newline was cut short by a kill and is dropped on opening.
/// </remarks>
internal sealed class NdjsonFile : IDisposable
{
    private const int ReadSize = 64 * 1024;
    private const int TypicalLine = 4 * 1024;

    // The default encoder would write the plus of a phone number as \u002B, and nobody could search the file for it.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SafeFileHandle _file;

    private NdjsonFile(SafeFileHandle file) => _file = file;

    public long Length { get; private set; }

    /// <param name="visit">Is shown where each line begins, and the line.</param>
    public static NdjsonFile Open(string path, FileShare share, Action<long, ReadOnlySpan<byte>> visit)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var file = new NdjsonFile(File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share));
        try
        {
            file.Length = file.Scan(path, visit);
            RandomAccess.SetLength(file._file, file.Length);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static byte[] Line(Action<Utf8JsonWriter> writeProperties)
    {
        var line = new ArrayBufferWriter<byte>(TypicalLine);
        using (var json = new Utf8JsonWriter(line, Plain))
        {
            json.WriteStartObject();
            writeProperties(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }

    /// <summary>ISO 8601 in UTC with milliseconds.</summary>
    public static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <returns>Where the line begins.</returns>
    public long Append(ReadOnlySpan<byte> line)
    {
        var offset = Length;
        try
        {
            RandomAccess.Write(_file, line, offset);
        }
        catch (IOException)
        {
            // A full disk may have taken a part of the line.
            RandomAccess.SetLength(_file, offset);
            throw;
        }

        Length = offset + line.Length;
        return offset;
    }

    public ReadOnlyMemory<byte> Read(long offset)
    {
        for (var size = TypicalLine; ; size *= 2)
        {
            var buffer = new byte[size];
            var read = RandomAccess.Read(_file, buffer, offset);
            var newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (newline >= 0) return buffer.AsMemory(0, newline);
            if (read < size) throw new InvalidDataException($"No whole line begins at byte {offset}.");
        }
    }

    public void Dispose() => _file.Dispose();

    private long Scan(string path, Action<long, ReadOnlySpan<byte>> visit)
    {
        var buffer = new byte[ReadSize];
        var (offset, kept) = (0L, 0);
        while (RandomAccess.Read(_file, buffer.AsSpan(kept), offset + kept) is > 0 and var read)
        {
            var rest = buffer.AsSpan(0, kept + read);
            for (int newline; (newline = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(newline + 1)..])
            {
                Visit(path, visit, offset, rest[..newline]);
                offset += newline + 1;
            }

            rest.CopyTo(buffer);
            kept = rest.Length;
            if (kept == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        }

        return offset;
    }

    private static void Visit(string path, Action<long, ReadOnlySpan<byte>> visit, long offset, ReadOnlySpan<byte> line)
    {
        try
        {
            visit(offset, line);
        }
        catch (Exception e) when (e
            is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"{path} is damaged at byte {offset}. Repair that line, or move the file away to start afresh.", e);
        }
    }
}
