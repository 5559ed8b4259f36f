using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Compliance;

/// <summary>Remembers when each number was last dialled, so that nobody is called too often.</summary>
public sealed class RecentCalls(Database database)
{
    /// <summary>When the number was last dialled; null: never.</summary>
    public async Task<DateTimeOffset?> OfAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        var digits = number.Digits;
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.LastDials.Where(dial => dial.Number == digits).Select(dial => (DateTimeOffset?)dial.DialledAt)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>The numbers that were last dialled within so many days before a moment.</summary>
    internal async Task<RecentDials> ReadAsync(int days, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return context.DialsBetween(before.AddDays(-days), before);
    }
}
