using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Reads ids from addresses; what is no UUID cannot be the id of anything.</summary>
internal static class RouteIds
{
    public static Result<BatchId> Batch(string id) =>
        Guid.TryParseExact(id, "D", out var value) ? new BatchId(value) : BatchErrors.NotFound(Shortened.Of(id));

    public static Result<CallId> Call(string id) =>
        Guid.TryParseExact(id, "D", out var value) ? new CallId(value) : CallErrors.NotFound(Shortened.Of(id));

    public static async Task<Result<BatchSummary>> FindAsync(
        this BatchQueries batches, string id, CancellationToken cancellationToken)
    {
        var known = Batch(id);
        return known.IsSuccess ? await batches.GetAsync(known.Value, cancellationToken) : known.Error;
    }
}
