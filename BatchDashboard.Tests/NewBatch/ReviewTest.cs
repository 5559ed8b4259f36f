using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.NewBatch;

/// <summary>The review of a draft on a whole Core, without pages.</summary>
public abstract class ReviewTest : IAsyncLifetime
{
    private protected const string Owner = "tester";

    private CoreHost? _core;

    private protected CoreHost Core => _core!;

    public async Task InitializeAsync() => _core = await CoreHost.StartAsync();

    public async Task DisposeAsync() => await Core.DisposeAsync();

    private protected async Task<BatchDraft> GetAsync(Guid draft) =>
        (await Core.Service<DraftService>().GetAsync(draft, Owner, default)).Value;

    private protected async Task<IReadOnlyList<ReviewRow>> RowsAsync(Guid draft, ReviewFilter? filter = null) =>
        await Core.Service<DraftReview>().RowsAsync(await GetAsync(draft), filter ?? new ReviewFilter(), 0, int.MaxValue, default);

    private protected async Task<ReviewCounts> CountsAsync(Guid draft) =>
        await Core.Service<DraftReview>().CountsAsync(await GetAsync(draft), default);

    private protected async Task<BatchDraft> EditAsync(Guid draft, int row, int column, string value) =>
        Taken(await Core.Service<DraftEdits>().ChangeCellAsync(await GetAsync(draft), row, column, value, default));

    private protected async Task<BatchDraft> RepairAsync(Guid draft, Repair repair) =>
        Taken(await Core.Service<DraftRepairs>().ApplyAsync(await GetAsync(draft), repair, default));

    private protected async Task<BatchDraft> UndoAsync(Guid draft) =>
        Taken(await Core.Service<DraftEdits>().UndoAsync(draft, Owner, default));

    private protected async Task RunAsync(Guid draft) =>
        Assert.True((await Core.Service<DraftReview>().RunAsync(draft, Owner, null, default)).IsSuccess);

    /// <summary>All rows as "12 Ready [cells] message".</summary>
    private protected async Task<string[]> SummaryAsync(Guid draft) =>
    [
        .. (await RowsAsync(draft)).Select(row =>
            $"{row.RowNumber} {row.Kind} {row.Code} {row.Column} {row.Number} {string.Join('|', JsonText.ReadArray(row.Cells))} {row.Message}"),
    ];

    private protected static BatchDraft Taken(Result<BatchDraft> result) => result.Value;
}
