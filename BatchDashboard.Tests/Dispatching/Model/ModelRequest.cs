using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>A request to place a call, somewhere between us and the provider.</summary>
internal sealed class ModelRequest(CallPlacement placement)
{
    private readonly TaskCompletionSource<PlacementResult> _answer = new();

    public CallPlacement Placement => placement;

    /// <summary>After that it is nowhere any more.</summary>
    public DateTimeOffset GoneAt { get; set; }

    /// <summary>The process that sent it is dead: nobody hears an answer.</summary>
    public bool IsOrphan { get; set; }

    /// <summary>What the provider has answered; null while it has not arrived.</summary>
    public PlacementResult? Reply { get; set; }

    public bool IsOver => Reply is not null && (IsOrphan || _answer.Task.IsCompleted);

    public Task<PlacementResult> Answer => _answer.Task;

    public void Hear(PlacementResult result)
    {
        if (!IsOrphan)
            _answer.TrySetResult(result);
    }
}
