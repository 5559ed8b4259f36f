using System.Text.Json;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>Reads calls for screens and programs.</summary>
public sealed class CallQueries(Database database, BatchQueries batches, CallIds callIds)
{
    /// <summary>So many calls a page looks at before it ends with what it has found.</summary>
    public const int MostSearched = CallSearch.Most;

    /// <summary>A page in the order of the file, or newest first.</summary>
    /// <param name="after">The last key of the page before; null for the first page.</param>
    /// <param name="skip">For programs that page by position; screens pass <paramref name="after"/>.</param>
    public async Task<IReadOnlyList<CallSummary>> ListAsync(
        CallFilter filter, int take, CallKey? after, int skip, bool ascending, CancellationToken cancellationToken)
    {
        var (low, high) = RangeOf(filter, after, ascending);
        await using var context = await database.ReadAsync(cancellationToken);
        var calls = context.Calls.AsNoTracking();
        if (filter is { IsByStatus: true, Statuses.Count: > 0 })
        {
            var keys = new CallPages(context, low, high, (long)skip + take, ascending).Find(filter.Statuses);
            calls = calls.Where(call => EF.Parameter(keys).Contains(call.Key));
        }
        else
        {
            calls = Matching(context, filter, low, high);
        }

        calls = ascending ? calls.OrderBy(call => call.Key) : calls.OrderByDescending(call => call.Key);
        return await SummariseAsync(context, await calls.Skip(skip).Take(take).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The same for screens, whatever the filter asks for: what no index answers is looked for among a bounded number of calls,
    /// and the page says how far.
    /// </summary>
    public async Task<FoundCalls> SearchAsync(
        CallFilter filter, int take, CallKey? after, bool ascending, CancellationToken cancellationToken)
    {
        if (!filter.IsSearched)
            return new FoundCalls(await ListAsync(filter, take, after, skip: 0, ascending, cancellationToken), null);
        var layout = await LayoutAsync(filter, cancellationToken);
        var (low, high) = RangeOf(filter, after, ascending);
        await using var context = await database.ReadAsync(cancellationToken);
        var (keys, searchedTo) = new CallSearch(context, filter, layout, ascending).Find(low, high, take);
        var calls = context.Calls.AsNoTracking().Where(call => EF.Parameter(keys).Contains(call.Key));
        calls = ascending ? calls.OrderBy(call => call.Key) : calls.OrderByDescending(call => call.Key);
        var found = await SummariseAsync(context, await calls.ToListAsync(cancellationToken), cancellationToken);
        return new FoundCalls(found, searchedTo is { } last ? new CallKey(last) : null);
    }

    public async Task<int> CountAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        var (low, high) = RangeOf(filter);
        await using var context = await database.ReadAsync(cancellationToken);
        return filter.IsByStatus
            ? await CountByBatchesAsync(context, filter, cancellationToken)
            : await Matching(context, filter, low, high).CountAsync(cancellationToken);
    }

    private static async Task<int> CountByBatchesAsync(
        DashboardDbContext context, CallFilter filter, CancellationToken cancellationToken)
    {
        var counts = await context.Batches.AsNoTracking()
            .Where(batch => filter.BatchNumber == null || batch.Number == filter.BatchNumber)
            .Select(batch => batch.Counts).ToListAsync(cancellationToken);
        return filter.Statuses.Count > 0
            ? counts.Sum(batch => filter.Statuses.Distinct().Sum(batch.Of))
            : counts.Sum(batch => batch.Total - batch.Skipped);
    }

    /// <summary>These calls as they stand now, for screens that heard of a change.</summary>
    public async Task<IReadOnlyList<CallSummary>> GetManyAsync(
        IReadOnlyCollection<CallKey> keys, CancellationToken cancellationToken)
    {
        var values = keys.Select(key => key.Value).ToList();
        await using var context = await database.ReadAsync(cancellationToken);
        var calls = await context.Calls.AsNoTracking().Where(call => values.Contains(call.Key)).ToListAsync(cancellationToken);
        return await SummariseAsync(context, calls, cancellationToken);
    }

    public async Task<Result<CallDetail>> GetAsync(CallId id, CancellationToken cancellationToken)
    {
        if (callIds.Read(id) is not { } known)
            return CallErrors.NotFound(id.ToString());
        await using var context = await database.ReadAsync(cancellationToken);
        var call = await FindAsync(context, known.Key, cancellationToken);
        return call?.CreatedAt.ToUnixTimeMilliseconds() == known.CreatedAt.ToUnixTimeMilliseconds()
            ? await DescribeAsync(context, call, cancellationToken)
            : CallErrors.NotFound(id.ToString());
    }

    /// <summary>The same by its key; null when there is none.</summary>
    public async Task<CallDetail?> GetAsync(CallKey key, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await FindAsync(context, key, cancellationToken) is { } call ? await DescribeAsync(context, call, cancellationToken) : null;
    }

    private static Task<Call?> FindAsync(DashboardDbContext context, CallKey key, CancellationToken cancellationToken) =>
        context.Calls.AsNoTracking().SingleOrDefaultAsync(call => call.Key == key.Value, cancellationToken);

    private async Task<CallDetail> DescribeAsync(DashboardDbContext context, Call call, CancellationToken cancellationToken)
    {
        var attempts = await context.CallAttempts.AsNoTracking().Where(attempt => attempt.CallKey == call.Key)
            .OrderBy(attempt => attempt.Epoch).ToListAsync(cancellationToken);
        var skipped = await context.SkippedRows.AsNoTracking().SingleOrDefaultAsync(row => row.CallKey == call.Key, cancellationToken);
        var batch = (await batches.GetManyAsync([new CallKey(call.Key).BatchNumber], cancellationToken)).SingleOrDefault();
        return Describe(call, batch, attempts, skipped);
    }

    private CallDetail Describe(Call call, BatchSummary? batch, List<CallAttempt> attempts, SkippedRow? skipped)
    {
        var recipient = Resolve(call, batch);
        var transcript = attempts.LastOrDefault(attempt => attempt.Transcript is not null)?.Transcript;
        return new CallDetail(
            Summarise(call, batch?.Id, batch?.Name, attempts.FirstOrDefault()?.IntendedAt),
            batch,
            attempts,
            recipient.Settings,
            recipient.Variables,
            transcript is null ? [] : JsonSerializer.Deserialize<List<TranscriptLine>>(transcript, JsonSerializerOptions.Web)!,
            CallTimeline.Of(call, attempts),
            skipped);
    }

    // A skipped row may have too few cells, or some that are no values of their settings; its skip says so.
    private static ResolvedRecipient Resolve(Call call, BatchSummary? batch)
    {
        var nothing = new ResolvedRecipient([], new Dictionary<string, string>());
        if (call.Status == CallStatus.Skipped)
            return nothing;
        var resolved = new RecipientSettings(batch?.Plan.Settings ?? [], batch?.Plan.Layout)
            .Resolve(new PhoneNumber(call.ToNumber ?? ""), call.Data);
        return resolved.IsSuccess ? resolved.Value : nothing;
    }

    private static (long Low, long High) RangeOf(CallFilter filter) =>
        filter.BatchNumber is { } batch ? CallKey.RangeOf(batch) : (0, long.MaxValue);

    // One bound on each side: given two, SQLite may seek the wider one and read on to the other.
    private static (long Low, long High) RangeOf(CallFilter filter, CallKey? after, bool ascending)
    {
        var (low, high) = RangeOf(filter);
        return after is not { Value: var key } ? (low, high)
            : ascending ? (Math.Max(low, key + 1), high)
            : (low, Math.Min(high, key - 1));
    }

    private async Task<RowLayout?> LayoutAsync(CallFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Variables.Count == 0)
            return null;
        var number = filter.BatchNumber ?? throw new ArgumentException("Variables are asked for within a batch.", nameof(filter));
        return (await batches.GetManyAsync([number], cancellationToken)).SingleOrDefault()?.Plan.Layout;
    }

    private static IQueryable<Call> Matching(DashboardDbContext context, CallFilter filter, long low, long high)
    {
        if (filter.NeedsSearch)
            throw new ArgumentException("What only a search compares cannot be listed or counted.", nameof(filter));
        var calls = filter.Number is { } to
            ? context.CallsTo(new PhoneNumber(to), filter.BatchNumber)
            : context.Calls.AsNoTracking();
        calls = calls.Where(call => call.Key >= low && call.Key <= high);
        calls = filter.Statuses.Count > 0
            ? calls.Where(call => filter.Statuses.Contains(call.Status))
            : calls.Where(call => call.Status != CallStatus.Skipped);
        if (filter.AnsweredBy is { } by)
            calls = calls.Where(call => call.AnsweredBy == by);
        if (filter.CreatedFrom is { } from)
            calls = calls.Where(call => call.CreatedAt >= from);
        return filter.CreatedBefore is { } before ? calls.Where(call => call.CreatedAt < before) : calls;
    }

    private async Task<IReadOnlyList<CallSummary>> SummariseAsync(
        DashboardDbContext context, List<Call> calls, CancellationToken cancellationToken)
    {
        var numbers = calls.Select(call => new CallKey(call.Key).BatchNumber).Distinct().ToList();
        var names = await context.Batches.AsNoTracking().Where(batch => numbers.Contains(batch.Number))
            .Select(batch => new { batch.Number, batch.Id, batch.Name }).ToDictionaryAsync(batch => batch.Number, cancellationToken);
        var starts = await StartsAsync(context, calls, cancellationToken);
        return
        [
            .. calls.Select(call => names.TryGetValue(new CallKey(call.Key).BatchNumber, out var batch)
                ? Summarise(call, batch.Id, batch.Name, starts.GetValueOrDefault(call.Key))
                : Summarise(call, null, null, starts.GetValueOrDefault(call.Key))),
        ];
    }

    private static Task<Dictionary<long, DateTimeOffset?>> StartsAsync(
        DashboardDbContext context, List<Call> calls, CancellationToken cancellationToken)
    {
        var dialled = calls.Where(call => call.Epoch > 0).Select(call => call.Key).ToList();
        return context.CallAttempts.AsNoTracking()
            .Where(attempt => EF.Parameter(dialled).Contains(attempt.CallKey) && attempt.Epoch == 1)
            .Select(attempt => new { attempt.CallKey, attempt.IntendedAt })
            .ToDictionaryAsync(attempt => attempt.CallKey, attempt => (DateTimeOffset?)attempt.IntendedAt, cancellationToken);
    }

    private CallSummary Summarise(Call call, BatchId? batchId, string? batchName, DateTimeOffset? startedAt) => new()
    {
        Key = new CallKey(call.Key),
        Id = callIds.Of(new CallKey(call.Key), call.CreatedAt),
        BatchId = batchId,
        BatchName = batchName,
        Status = call.Status,
        ToNumber = call.ToNumber,
        AnsweredBy = call.AnsweredBy,
        CreatedAt = call.CreatedAt,
        StartedAt = startedAt,
        AnsweredAt = call.AnsweredAt,
        EndedAt = call.EndedAt,
        NotBefore = call.NotBefore,
        Dials = call.Dials,
        ErrorCode = call.ErrorCode,
    };
}
