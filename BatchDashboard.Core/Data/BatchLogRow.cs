using BatchDashboard.Core.Calls;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>A line of a batch's log: an entry of its own, or a row that was skipped.</summary>
internal sealed record BatchLogRow(string Id, string Event, long At, string Payload, long Place)
{
    // Skipped rows are told by the table that holds them; they need no second copy in the log.
    private const string Union =
        """
        SELECT 'log-' || id AS id, event, at, payload, id AS place FROM batch_log WHERE batch_number = {0}
        UNION ALL
        SELECT 'row-' || (s.call_key & 16777215), 'row_skipped', c.updated_at,
            json_object('row_number', s.call_key & 16777215, 'column', s."column", 'value', s.value,
                'code', s.code, 'message', s.message), s.call_key & 16777215
        FROM skipped_rows s JOIN calls c ON c.key = s.call_key WHERE s.call_key BETWEEN {1} AND {2}
        """;

    public static IQueryable<BatchLogRow> Of(DashboardDbContext context, int batchNumber)
    {
        var (first, last) = CallKey.RangeOf(batchNumber);
        return context.Database.SqlQueryRaw<BatchLogRow>(Union, batchNumber, first, last);
    }
}
