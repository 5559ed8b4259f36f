using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>What the list of batches is asked for, as its address says it.</summary>
/// <param name="Text">A part of the name, or a whole id.</param>
/// <param name="Before">The number of the last batch of the page before.</param>
public sealed record BatchListQuery(BatchView View, string? Text, int? Before)
{
    private static readonly BatchStatus[] Finished = [.. Enum.GetValues<BatchStatus>().Where(status => status.IsFinal())];
    private static readonly BatchStatus[] Active = [.. Enum.GetValues<BatchStatus>().Except(Finished)];

    public static BatchListQuery Read(string? view, string? text, string? before) => new(
        Enum.TryParse<BatchView>(view, ignoreCase: true, out var known) ? known : BatchView.All,
        string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        PageAddress.Number<int>(before));

    public bool IsFiltered => Text is not null || View != BatchView.All;

    public BatchFilter Filter => new(StatusesOf(View), Text);

    public string Href => PageAddress.Of(
        "/batches",
        ("view", View == BatchView.All ? null : View.ToString().ToLowerInvariant()),
        ("q", Text),
        ("before", Before?.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public IReadOnlyList<TabLink> Tabs =>
    [
        .. Enum.GetValues<BatchView>().Select(view => new TabLink(
            view.ToString(), (this with { View = view, Before = null }).Href, view == View)),
    ];

    private static BatchStatus[] StatusesOf(BatchView view) => view switch
    {
        BatchView.Active => Active,
        BatchView.Finished => Finished,
        _ => [],
    };
}
