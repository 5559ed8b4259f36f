using BatchDashboard.Core.Batches;
using BatchDashboard.Core.LiveUpdates;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BatchDashboard.Web.Batches;

/// <summary>The live list of batches, newest first.</summary>
public sealed partial class BatchesPage
{
    private const int PageSize = 25;

    private BatchListQuery _query = BatchListQuery.Read(null, null, null);
    private List<BatchSummary> _batches = [];
    private bool _hasOlder;
    private int _newestSeen;

    [Inject] public required BatchQueries Batches { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IDialogService Dialogs { get; init; }

    [SupplyParameterFromQuery(Name = "view")] public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "q")] public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "before")] public string? Before { get; set; }

    protected override object Question => _query;

    private string? NewestHref => _query.Before is null ? null : (_query with { Before = null }).Href;

    private string? OlderHref => _hasOlder ? (_query with { Before = _batches[^1].Number }).Href : null;

    private string NoMatch => _query.Text is { } text
        ? $"No batch has “{text}” in its name or as its id under “{_query.View}”."
        : $"There are no batches under “{_query.View}”.";

    protected override void OnParametersSet() => _query = BatchListQuery.Read(View, Text, Before);

    protected override async Task ReadAsync()
    {
        var found = await Batches.ListAsync(_query.Filter, PageSize + 1, _query.Before, skip: 0, Gone);
        _hasOlder = found.Count > PageSize;
        _batches = [.. found.Take(PageSize)];
        _newestSeen = Math.Max(_newestSeen, _batches.FirstOrDefault()?.Number ?? 0);
    }

    protected override async Task FollowAsync(IReadOnlyList<BatchChange> changes)
    {
        var newest = changes.Select(change => change.BatchNumber).DefaultIfEmpty(int.MaxValue).Max();
        if (_query.Before is null && newest > _newestSeen)
            await ReadAsync();
        else
            await PatchAsync([.. changes.Select(change => change.BatchNumber)]);
        _newestSeen = changes.Count == 0 ? _newestSeen : Math.Max(_newestSeen, newest);
        StateHasChanged();
    }

    /// <summary>Replaces the rows that changed and no others; one that no longer matches stays where the reader left it.</summary>
    private async Task PatchAsync(HashSet<int> numbers)
    {
        List<int> shown = [.. _batches.Select(batch => batch.Number).Where(number => numbers.Count == 0 || numbers.Contains(number))];
        if (shown.Count == 0)
            return;
        foreach (var current in await Batches.GetManyAsync(shown, Gone))
        {
            var index = _batches.FindIndex(batch => batch.Number == current.Number);
            if (index >= 0)
                _batches[index] = current;
        }
    }

    private void Search(string text) => Navigation.NavigateTo((_query with { Text = text, Before = null }).Href);

    private Task AskToCancelAsync(BatchSummary batch) => CancelBatchDialog.ShowAsync(Dialogs, batch);
}
