using System.Runtime.CompilerServices;
using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class ReadAheadTests
{
    private readonly TaskCompletionSource _stopped = new();
    private int _read;

    [Fact]
    public async Task Everything_comes_in_its_order() =>
        Assert.Equal(Enumerable.Range(1, 50), await CountAsync(50, default).AheadAsync(default).ToListAsync());

    [Fact]
    public async Task What_is_refused_in_the_middle_is_refused_after_what_came_before()
    {
        var got = new List<int>();

        var refused = await Assert.ThrowsAsync<SourceUnreadableException>(async () =>
        {
            await foreach (var number in BreakingAsync(after: 10).AheadAsync(default))
                got.Add(number);
        });

        Assert.Equal("broken", refused.Error.Code);
        Assert.Equal(Enumerable.Range(1, 10), got);
    }

    [Fact]
    public async Task Who_stops_listening_stops_the_reading()
    {
        await foreach (var number in CountAsync(int.MaxValue, default).AheadAsync(default))
            if (number == 3)
                break;

        Assert.True(_stopped.Task.IsCompleted);
        Assert.InRange(_read, 3, 8);
    }

    [Fact]
    public async Task A_cancelled_run_stops_on_both_sides()
    {
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var number in CountAsync(int.MaxValue, default).AheadAsync(cancellation.Token))
                if (number == 3)
                    await cancellation.CancelAsync();
        });

        Assert.True(_stopped.Task.IsCompleted);
    }

    private async IAsyncEnumerable<int> CountAsync(int last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (_read = 1; _read <= last; _read++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return _read;
            }
        }
        finally
        {
            _stopped.SetResult();
        }
    }

    private async IAsyncEnumerable<int> BreakingAsync(int after)
    {
        await foreach (var number in CountAsync(after, default))
            yield return number;
        throw new SourceUnreadableException(new Error("broken", "The rest cannot be read."));
    }
}
