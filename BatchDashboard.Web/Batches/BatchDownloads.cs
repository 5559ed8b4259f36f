using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Batches;

/// <summary>The files that the pages of a batch offer, for people who are signed in.</summary>
internal static class BatchDownloads
{
    public static void MapBatchDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/skipped.csv", WriteSkippedRowsAsync).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> WriteSkippedRowsAsync(
        Guid id, string? raw, BatchQueries batches, RecipientQueries recipients, CancellationToken cancellationToken)
    {
        var found = await batches.GetAsync(new BatchId(id), cancellationToken);
        if (!found.IsSuccess)
            return Results.NotFound();
        var batch = found.Value;
        var isRaw = raw == BatchAddress.Raw;
        var rows = recipients.SkippedAsync(batch.Number, cancellationToken);
        return Results.Stream(
            body => SkippedRowsCsv.WriteAsync(
                body, batch.Plan.Layout?.Headers ?? SkippedRowsCsv.EntryHeaders, rows, isRaw, cancellationToken),
            "text/csv; charset=utf-8",
            isRaw ? $"skipped-rows-{id}-raw.csv" : $"skipped-rows-{id}.csv");
    }
}
