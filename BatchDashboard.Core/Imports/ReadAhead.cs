using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads a source on a thread of its own, so that reading and storing go on side by side.</summary>
internal static class ReadAhead
{
    /// <summary>Enough that neither waits for the other's every step, few enough that memory stays flat.</summary>
    private const int Groups = 2;

    public static async IAsyncEnumerable<T> AheadAsync<T>(
        this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var groups = Channel.CreateBounded<T>(new BoundedChannelOptions(Groups) { SingleReader = true, SingleWriter = true });
        var reading = Task.Run(() => ReadAsync(source, groups.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var group in groups.Reader.ReadAllAsync(cancellationToken))
                yield return group;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<T>(
        IAsyncEnumerable<T> source, ChannelWriter<T> groups, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var group in source.WithCancellation(cancellationToken))
                await groups.WriteAsync(group, cancellationToken);
            groups.Complete();
        }
        catch (Exception failure) // Whatever it is, it is thrown where the groups are read.
        {
            groups.Complete(failure);
        }
    }
}
