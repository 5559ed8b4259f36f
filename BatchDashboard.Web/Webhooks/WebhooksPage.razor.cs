using BatchDashboard.Core.Webhooks;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Webhooks;

/// <summary>What was sent to webhooks and what came back, and the secret that it is signed with.</summary>
public sealed partial class WebhooksPage
{
    private const int PageSize = 50;

    private DeliveryListQuery _query = DeliveryListQuery.Read(null, null, null);
    private IReadOnlyList<WebhookDelivery> _deliveries = [];
    private IReadOnlyList<TabLink> _tabs = [];
    private string? _nextHref;

    [Inject] public required WebhookQueries Queries { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [SupplyParameterFromQuery(Name = "state")] public string? Named { get; set; }

    [SupplyParameterFromQuery(Name = "batch")] public string? Batch { get; set; }

    [SupplyParameterFromQuery(Name = "before")] public string? Before { get; set; }

    protected override object Question => _query;

    private string? FirstHref => _query.Before is null ? null : (_query with { Before = null }).Href;

    protected override void OnParametersSet()
    {
        _query = DeliveryListQuery.Read(Named, Batch, Before);
        _tabs = _query.Tabs();
    }

    protected override async Task ReadAsync()
    {
        var found = await Queries.ListAsync(_query.Batch, _query.State, _query.Before, PageSize + 1, Gone);
        _deliveries = [.. found.Take(PageSize)];
        _nextHref = found.Count > PageSize ? (_query with { Before = _deliveries[^1].Message.Number }).Href : null;
    }

    private async Task SendAgainAsync(WebhookDelivery delivery)
    {
        await Queries.SendAgainAsync(delivery.Message.Number, Gone);
        Announcer.Announce("The message is sent again.");
        await ReloadAsync();
    }
}
