using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>Everything about one call; live while it goes on.</summary>
public sealed partial class CallPage
{
    private static readonly Notice ToDecide = new(
        Tone.Warning,
        "Somebody has to decide about this call",
        "Nobody can know whether the provider placed it, so it is not dialled again by itself.");

    private static readonly Notice Ending = new(
        Tone.Neutral, "Being ended", "The provider was asked to hang up; how the call ended is told as soon as it is known. Asked at");

    private CallDetail? _call;
    private CallsBeside _neighbours = CallsBeside.None;
    private Notice? _waits;
    private string _back = "/calls";
    private (string Id, string Back) _opened;

    [Inject] public required CallQueries Calls { get; init; }

    [Inject] public required StandstillQueries Standstills { get; init; }

    [Inject] public required PhoneGate Gate { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Parameter] public string Id { get; set; } = "";

    protected override object Question => (Id, _back);

    private DateTimeOffset? EndAskedAt => _call!.Summary.Status.IsInFlight() ? _call.Attempts[^1].StoppedAt : null;

    protected override int? WatchedBatch => _call?.Summary.Key.BatchNumber;

    // The filters of the list came along in the address.
    protected override void OnParametersSet() => _back = $"/calls{new Uri(Navigation.Uri).Query}";

    protected override async Task ReadAsync()
    {
        var found = Guid.TryParse(Id, out var id) ? await Calls.GetAsync(new CallId(id), Gone) : CallErrors.NotFound(Id);
        var before = _call?.Summary;
        _call = found.IsSuccess ? found.Value : null;
        _waits = _call?.Summary is { } summary && summary.Status.IsWaiting()
            ? StandstillNotices.Of(
                await Standstills.OfCallAsync(summary.Key, Gone), summary.Dials > 0 ? "Waits for its next dial" : "Not dialled yet")
            : null;
        // Only when it is opened: a way must not lead elsewhere while somebody points at it.
        if (_call is not null && _opened != (Id, _back))
            (_opened, _neighbours) = ((Id, _back), await FindNeighboursAsync(_call.Summary));
        if (_call?.Summary is { } now && before?.Id == now.Id && before.Status != now.Status)
            Announcer.Announce($"The call is now: {now.Status.Look().Word}.");
    }

    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) =>
        _call is null || !IsTouchedBy(changes) ? Task.CompletedTask : base.FollowAsync(changes);

    private Task<CallsBeside> FindNeighboursAsync(CallSummary call)
    {
        var list = CallListQuery.Of(new Uri(Navigation.Uri).Query);
        // A list of another batch does not have it; then there is none beside it.
        return list.Batch is null || list.Batch == call.BatchId?.ToString()
            ? CallsBeside.FindAsync(call.Key, list, list.Batch is null ? null : call.Key.BatchNumber, Calls, Gate, Gone)
            : Task.FromResult(CallsBeside.None);
    }

    private bool IsTouchedBy(IReadOnlyList<BatchChange> changes) =>
        changes.Count == 0 || changes.Any(change => change.MayTouch(_call!.Summary.Key));
}
