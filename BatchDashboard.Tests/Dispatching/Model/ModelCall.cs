using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>A phone that the provider has made ring.</summary>
internal sealed class ModelCall(CallPlacement placement, string id, DateTimeOffset foundFrom)
{
    public CallPlacement Placement => placement;

    public string Id => id;

    /// <summary>Lists of calls lag behind.</summary>
    public DateTimeOffset FoundFrom => foundFrom;

    public CallStatus Status { get; private set; } = CallStatus.Ringing;

    public bool IsLive => !Status.IsFinal();

    public ProviderCall Report => ReportOf(Status);

    public ProviderCall ReportOf(CallStatus status) => new(id, placement.Key, status);

    public void GoOn() => Status = Status == CallStatus.Ringing ? CallStatus.InProgress : CallStatus.Completed;
}
