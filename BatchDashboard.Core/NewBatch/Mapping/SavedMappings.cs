using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>The mappings of launched batches, one for each set of headers; everybody of the installation uses them.</summary>
public sealed class SavedMappings(Database database)
{
    /// <summary>Percentage of shared columns from which on a mapping is worth an offer.</summary>
    public const int NearPercent = 80;

    /// <summary>Older ones are only found by a file with exactly their headers.</summary>
    private const int Compared = 200;

    /// <summary>The mapping for exactly these headers, else the one that fits best; null when none comes near.</summary>
    public async Task<MappingMatch?> FindAsync(IReadOnlyList<string> headers, CancellationToken cancellationToken)
    {
        var key = new HeaderSet(headers).Key;
        await using var context = await database.ReadAsync(cancellationToken);
        var same = await context.SavedMappings.AsNoTracking()
            .SingleOrDefaultAsync(mapping => mapping.HeaderKey == key, cancellationToken);
        if (same is not null)
            return new MappingMatch(same, headers);
        var newest = await NewestAsync(context, cancellationToken);
        return Ranked(newest, headers).FirstOrDefault(match => match.Percent >= NearPercent);
    }

    /// <summary>Mappings that know a column of the file, the best first.</summary>
    public async Task<IReadOnlyList<MappingMatch>> ListAsync(
        IReadOnlyList<string> headers, int take, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return [.. Ranked(await NewestAsync(context, cancellationToken), headers).Where(match => match.Shared > 0).Take(take)];
    }

    /// <summary>Keeps the mapping of a draft that is being launched, in the launch's own transaction.</summary>
    internal static async Task RememberAsync(
        DashboardDbContext context, BatchDraft draft, BatchId batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var headers = draft.Source!.Headers;
        var key = new HeaderSet(headers).Key;
        await context.SavedMappings.Where(mapping => mapping.HeaderKey == key).ExecuteDeleteAsync(cancellationToken);
        context.Add(new SavedMapping
        {
            HeaderKey = key,
            Headers = headers,
            Columns = draft.Columns!,
            SkipCalledWithinDays = draft.SkipCalledWithinDays,
            DefaultCountry = draft.Phone.DefaultCountry,
            Batch = batch,
            BatchName = draft.Name.Trim(),
            SavedAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
    }

    private static Task<List<SavedMapping>> NewestAsync(DashboardDbContext context, CancellationToken cancellationToken) =>
        context.SavedMappings.AsNoTracking()
            .OrderByDescending(mapping => mapping.SavedAt).Take(Compared).ToListAsync(cancellationToken);

    private static IEnumerable<MappingMatch> Ranked(IEnumerable<SavedMapping> newest, IReadOnlyList<string> headers) =>
        newest.Select(mapping => new MappingMatch(mapping, headers)).OrderByDescending(match => match.Percent);
}
