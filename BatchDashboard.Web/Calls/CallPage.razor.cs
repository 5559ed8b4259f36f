using BatchDashboard.Core.Calls;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>Everything about one call; live while it goes on.</summary>
public sealed partial class CallPage
{
    private CallDetail? _call;
    private string _back = "/calls";

    [Inject] public required CallQueries Calls { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Parameter] public string Id { get; set; } = "";

    protected override object Question => Id;

    protected override int? WatchedBatch => _call?.Summary.Key.BatchNumber;

    // The filters of the list came along in the address.
    protected override void OnParametersSet() => _back = $"/calls{new Uri(Navigation.Uri).Query}";

    protected override async Task ReadAsync()
    {
        var found = Guid.TryParse(Id, out var id) ? await Calls.GetAsync(new CallId(id), Gone) : CallErrors.NotFound(Id);
        var before = _call?.Summary;
        _call = found.IsSuccess ? found.Value : null;
        if (_call?.Summary is { } now && before?.Id == now.Id && before.Status != now.Status)
            Announcer.Announce($"The call is now: {now.Status.Look().Word}.");
    }

    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) =>
        _call is null || !IsTouchedBy(changes) ? Task.CompletedTask : base.FollowAsync(changes);

    private bool IsTouchedBy(IReadOnlyList<BatchChange> changes) =>
        changes.Count == 0 || changes.Any(change => change.MayTouch(_call!.Summary.Key));
}
