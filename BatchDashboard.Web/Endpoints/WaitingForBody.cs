using BatchDashboard.Core.Dispatching.Standstills;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Why a batch or a call is not being dialled right now.</summary>
internal sealed record WaitingForBody(string Code, string Message, DateTimeOffset? NextAt)
{
    public static WaitingForBody? Of(Standstill? standstill) =>
        standstill is null ? null : new(standstill.Code, standstill.Message, standstill.Next);
}
