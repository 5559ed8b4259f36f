using System.Buffers.Binary;
using System.Text;

namespace BatchDashboard.Benchmarks.Watching;

/// <summary>The texts of one change of a page, as a circuit sends it (OutOfProcessRenderBatch.ts of ASP.NET Core).</summary>
internal static class RenderBatch
{
    private const int Offset = sizeof(int);

    public static IEnumerable<string> TextsOf(byte[] batch)
    {
        // The last of the five offsets at the end is that of the table of texts, which reaches to them.
        var end = batch.Length - (5 * Offset);
        for (var entry = ReadInt(batch, batch.Length - Offset); entry < end; entry += Offset)
        {
            var at = ReadInt(batch, entry);
            var (length, shift) = (0, 0);
            byte part;
            do
            {
                part = batch[at++];
                length |= (part & 0x7F) << shift;
                shift += 7;
            }
            while ((part & 0x80) != 0);
            yield return Encoding.UTF8.GetString(batch, at, length);
        }
    }

    private static int ReadInt(byte[] batch, int at) => BinaryPrimitives.ReadInt32LittleEndian(batch.AsSpan(at));
}
