namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>Why a call is held: not now, and a next time is known.</summary>
public static class HoldCodes
{
    /// <summary>Another call to the same number is in flight.</summary>
    public const string NumberBusy = "number_busy";

    /// <summary>Another call to the same number waits for an operator's decision.</summary>
    public const string NumberInReview = "number_in_review";

    /// <summary>The same number was dialled a moment ago.</summary>
    public const string NumberJustCalled = "number_just_called";

    /// <summary>It is not within the calling hours where the recipient is.</summary>
    public const string OutsideHours = "outside_hours";

    /// <summary>Nothing tells where the recipient is.</summary>
    public const string ZoneUnknown = "timezone_unknown";
}
