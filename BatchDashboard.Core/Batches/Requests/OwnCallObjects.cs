using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Writes call objects of our own making as a batch's source.</summary>
internal static class OwnCallObjects
{
    /// <returns>Under what name they are stored.</returns>
    public static async Task<string> KeepAsync(
        this ReceivedFiles files, IEnumerable<JsonObject> calls, CancellationToken cancellationToken)
    {
        using var source = files.New(".ndjson");
        await using (var target = File.Create(source.Path))
        {
            var writer = new CallObjectWriter(target, int.MaxValue);
            foreach (var call in calls)
                await writer.AddAsync(call, cancellationToken);
            target.Flush(flushToDisk: true);
        }

        // Before the commit: a file too many is better than a batch without its file.
        source.Keep();
        return source.StoredAs;
    }
}
