using System.Security.Cryptography;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Shared;

/// <summary>
/// A part of a page that reads what it shows, follows the feed from its first render on, and lets go when it is gone.
/// </summary>
public abstract partial class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _subscription;
    private int? _watched;
    private object? _answered;

    // Kept, because a source that is disposed of gives no token any more, and changes may be on their way.
    protected LiveComponent() => Gone = _gone.Token;

    [Inject] public required IBatchFeed Feed { get; init; }

    [Inject] public required LiveSwitch Live { get; init; }

    [Inject] public required ILogger<LiveComponent> Logger { get; init; }

    protected LoadState State { get; private set; } = LoadState.Loading;

    /// <summary>Ends when the component is gone.</summary>
    protected CancellationToken Gone { get; }

    /// <summary>What the parameters ask for; when it is another one, everything is read anew.</summary>
    protected abstract object Question { get; }

    /// <summary>The number of the one batch to hear of; null: of all.</summary>
    protected virtual int? WatchedBatch => null;

    /// <summary>Reads what the question asks for.</summary>
    protected abstract Task ReadAsync();

    /// <summary>Brings what is shown up to date.</summary>
    /// <param name="changes">What changed; empty: anything may have, because nobody listened for a while.</param>
    protected virtual async Task FollowAsync(IReadOnlyList<BatchChange> changes)
    {
        await ReadAsync();
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Question.Equals(_answered))
            return;
        _answered = Question;
        await ReloadAsync();
    }

    /// <summary>Reads everything; also what Retry does.</summary>
    protected async Task ReloadAsync()
    {
        try
        {
            await ReadAsync();
            State = LoadState.Ready;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The edge of a page: whatever went wrong, the rest of the page stays, and it can be tried again.
            State = new LoadState(false, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
            Log.NotRead(Logger, GetType().Name, State.Reference!, exception);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            Live.Changed += OnSwitched;
        else if (_watched == WatchedBatch)
            return;
        _subscription?.Dispose();
        _watched = WatchedBatch;
        _subscription = Feed.Subscribe(_watched, OnChangesAsync);
        await CatchUpAsync();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Live.Changed -= OnSwitched;
        _subscription?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private Task OnChangesAsync(IReadOnlyList<BatchChange> changes, CancellationToken cancellationToken) =>
        Live.IsPaused || State.Reference is not null ? Task.CompletedTask : InvokeAsync(() => FollowAsync(changes));

    private void OnSwitched() => _ = InvokeAsync(async () =>
    {
        try
        {
            await CatchUpAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Nobody awaits an event: the error boundary must hear of it.
            await DispatchExceptionAsync(exception);
        }
    });

    /// <summary>Brings everything up to date, unless the reader holds the page still.</summary>
    protected Task CatchUpAsync() =>
        Live.IsPaused || State != LoadState.Ready ? Task.CompletedTask : FollowAsync([]);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Component} could not be read; it shows the reference {Reference}.")]
        public static partial void NotRead(ILogger logger, string component, string reference, Exception exception);
    }
}
