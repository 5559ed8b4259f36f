using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Which page of batches is asked for.</summary>
/// <param name="Cursor">Id of the last batch of the page before.</param>
internal sealed record BatchListQuery(BatchFilter Filter, int Take, int Skip, string? Cursor)
{
    private const int UsualTake = 100;
    private const int MostTake = 1000;

    private static readonly Dictionary<string, BatchStatus> Statuses =
        Enum.GetValues<BatchStatus>().ToDictionary(status => WireName.Of(status));

    /// <param name="takeName"><c>take</c>, or <c>limit</c> in the older shape.</param>
    public static Result<BatchListQuery> Read(IQueryCollection given, string takeName)
    {
        var query = new QueryFields(given);
        var page = new BatchListQuery(
            new BatchFilter(query.Names("status", Statuses), query.Text("q")),
            query.Whole(takeName, 1, MostTake) ?? UsualTake,
            query.Whole("skip", 0) ?? 0,
            query.Text("cursor"));
        return query.Errors.Count > 0 ? query.Errors.ToArray() : page;
    }

    /// <summary>Tells the document what <see cref="Read"/> reads.</summary>
    public static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string takeName) => endpoint
        .TakesWhole(takeName, "So many batches.", 1, MostTake, UsualTake)
        .TakesWhole("skip", "Batches to pass over.", 0, usual: 0)
        .TakesText("cursor", "The `next_cursor` of the page before.", "uuid")
        .TakesNames("status", "Those with one of these statuses, with commas between them.", Statuses.Keys)
        .TakesText("q", "Those with this in their name.");

    public async Task<Result<IReadOnlyList<BatchSummary>>> RunAsync(
        BatchQueries batches, CancellationToken cancellationToken)
    {
        int? before = null;
        if (Cursor is not null)
        {
            var last = await batches.FindAsync(Cursor, cancellationToken);
            if (!last.IsSuccess)
                return new Error("bad_parameter", $"cursor \"{Shortened.Of(Cursor)}\" is not one of ours.", "cursor");
            before = last.Value.Number;
        }

        return Success.Of(await batches.ListAsync(Filter, Take, before, Skip, cancellationToken));
    }

    /// <summary>The cursor of the next page; null when this one is the last.</summary>
    public string? Next(IReadOnlyList<BatchSummary> page) => page.Count == Take ? page[^1].Id.ToString() : null;
}
