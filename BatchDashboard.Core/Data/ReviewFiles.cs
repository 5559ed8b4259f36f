using System.Collections.Concurrent;

namespace BatchDashboard.Core.Data;

/// <summary>Where the review files of drafts are, and whose turn it is to work on one.</summary>
public sealed class ReviewFiles(DataDirectory directory)
{
    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _turns = [];

    internal ReviewFile? Open(Guid draft) => ReviewFile.Open(PathOf(draft));

    /// <summary>A file in the making; it takes the place of the draft's by <see cref="Replace"/>.</summary>
    internal ReviewFileWriter Write(Guid draft) => new(DraftPathOf(draft));

    internal void Replace(Guid draft) => File.Move(DraftPathOf(draft), PathOf(draft), overwrite: true);

    internal bool Exists(Guid draft) => File.Exists(PathOf(draft));

    /// <summary>The draft has other rows from now on; whoever removes them has the turn.</summary>
    internal void Clear(Guid draft) => File.Delete(PathOf(draft));

    /// <summary>The draft is gone or launched.</summary>
    public void Remove(Guid draft)
    {
        File.Delete(PathOf(draft));
        File.Delete(DraftPathOf(draft));
        _turns.TryRemove(draft, out _);
    }

    /// <summary>One dry run, change or other file at a time; dispose to give the turn to the next.</summary>
    internal async Task<IDisposable> TakeTurnAsync(Guid draft, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(draft, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    private string PathOf(Guid draft) => Path.Combine(directory.Reviews, $"{draft:N}.db");

    private string DraftPathOf(Guid draft) => PathOf(draft) + ".new";

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
