using System.Buffers;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;
using BatchDashboard.Web.Account;

namespace BatchDashboard.Web.Batches;

/// <summary>The files that the pages of a batch offer, for people who are signed in.</summary>
internal static class BatchDownloads
{
    // Not only those of the system that this runs on: the file is kept on another.
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("\"*/:<>?\\|");

    public static void MapBatchDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches/{id:guid}/skipped.csv", WriteSkippedRowsAsync).RequireAuthorization(Policies.SignedIn);
        routes.MapGet("/batches/{id:guid}/calls.csv", WriteCallsAsync).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> WriteCallsAsync(
        Guid id, BatchQueries batches, CallsCsv calls, CancellationToken cancellationToken)
    {
        var found = await batches.GetAsync(new BatchId(id), cancellationToken);
        return found.IsSuccess
            ? Results.Stream(
                body => calls.WriteAsync(found.Value, body, CsvStyle.ForPeople(found.Value.Plan.Format), cancellationToken),
                "text/csv; charset=utf-8",
                FileName(found.Value, "calls"))
            : Results.NotFound();
    }

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
                body,
                batch.Plan.Layout?.Headers ?? SkippedRowsCsv.EntryHeaders,
                rows,
                isRaw ? CsvStyle.Raw : CsvStyle.ForPeople(batch.Plan.Format),
                cancellationToken),
            "text/csv; charset=utf-8",
            FileName(batch, isRaw ? "skipped rows, raw" : "skipped rows"));
    }

    private static string FileName(BatchSummary batch, string what) =>
        string.Concat(batch.Name.Select(letter => NotInFileNames.Contains(letter) ? '_' : letter)) + $" {what}.csv";
}
