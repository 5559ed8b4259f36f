using System.Diagnostics;
using BatchDashboard.Core.Webhooks;
using BatchDashboard.Web.Shared;
using MudBlazor;

namespace BatchDashboard.Web.Webhooks;

/// <summary>Says what became of messages to webhooks.</summary>
internal static class DeliveryWords
{
    public static StatusLook Look(this WebhookState state) => state switch
    {
        WebhookState.Pending => new(Icons.Material.Filled.Schedule, "Waiting", Tone.Info),
        WebhookState.Delivered => new(Icons.Material.Filled.Check, "Delivered", Tone.Success),
        WebhookState.Failed => new(Icons.Material.Filled.Close, "Failed", Tone.Danger),
        WebhookState.Gone => new(Icons.Material.Filled.Block, "Not wanted", Tone.Neutral),
        _ => throw new UnreachableException($"No look for {state}."),
    };

    public static string Of(WebhookTry attempt) => attempt switch
    {
        { StatusCode: { } code } => code switch
        {
            >= 200 and <= 299 => $"taken with {code}",
            >= 300 and <= 399 => $"answered {code}, a redirect, which is not followed",
            410 => "answered 410: the receiver wants no more of this batch",
            _ => $"answered {code}",
        },
        { Error: "timeout" } => "no answer within 10 seconds",
        { Error: "address_refused" } => "not sent: the address is not public; name its host in Webhooks:AllowedHosts to allow it",
        { Error: "name_resolution_error" } => "not sent: there is no such host",
        { Error: "connection_error" } => "not sent: nobody listens at the address",
        { Error: "secure_connection_error" } => "not sent: no safe connection (TLS) could be made",
        { Error: "call_gone" } => "not sent: the call is not there any more",
        _ => $"no answer ({attempt.Error})",
    };
}
