using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Webhooks;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Webhooks;

/// <summary>Which deliveries are shown, as the address of the page says.</summary>
/// <param name="State">Null: in any state.</param>
/// <param name="Batch">Null: of all batches.</param>
/// <param name="Before">The number of the message before which the page begins; null for the newest.</param>
internal sealed record DeliveryListQuery(WebhookState? State, BatchId? Batch, long? Before)
{
    private const string Path = "/settings/webhooks";

    private static readonly (WebhookState? State, string Text)[] Choices =
    [
        (null, "All"),
        (WebhookState.Pending, "Waiting"),
        (WebhookState.Delivered, "Delivered"),
        (WebhookState.Failed, "Failed"),
        (WebhookState.Gone, "Not wanted"),
    ];

    public static string OfBatch(BatchId batch) => new DeliveryListQuery(null, batch, null).Href;

    public string Href => PageAddress.Of(
        Path,
        ("state", State is { } state ? WireName.Of(state) : null),
        ("batch", Batch?.ToString()),
        ("before", Before?.ToString(CultureInfo.InvariantCulture)));

    public static DeliveryListQuery Read(string? state, string? batch, string? before) => new(
        WireName.Parse<WebhookState>(state),
        Guid.TryParse(batch, out var id) ? new BatchId(id) : null,
        PageAddress.Number<long>(before));

    public IReadOnlyList<TabLink> Tabs() =>
        [.. Choices.Select(choice => new TabLink(choice.Text, (this with { State = choice.State, Before = null }).Href, choice.State == State))];
}
