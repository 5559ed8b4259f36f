namespace BatchDashboard.Web.Endpoints;

/// <summary>The batch a request became.</summary>
internal sealed record CreatedBatch(Guid BatchId);
