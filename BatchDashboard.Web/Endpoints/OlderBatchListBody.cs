namespace BatchDashboard.Web.Endpoints;

/// <summary>A page of batches in the older shape.</summary>
internal sealed record OlderBatchListBody(string Status, IReadOnlyList<OlderBatchBody> Batches, string? NextCursor);
