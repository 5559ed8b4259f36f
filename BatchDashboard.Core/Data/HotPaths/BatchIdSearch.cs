using BatchDashboard.Core.Batches;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Batches by a part of their id, from its index alone: a value converter knows no ranges.</summary>
internal static class BatchIdSearch
{
    // G comes behind every digit and hyphen of an id.
    private const string Find =
        """
        SELECT number AS Value FROM batches WHERE id >= {0} AND id < {0} || 'G' AND id LIKE '%' || {1} ORDER BY id DESC LIMIT {2}
        """;

    /// <summary>The numbers of the newest of them.</summary>
    public static IQueryable<int> BatchesWith(this DashboardDbContext context, ShortBatchId id, int take) =>
        context.Database.SqlQueryRaw<int>(Find, id.Start, id.End, take);
}
