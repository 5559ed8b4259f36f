namespace BatchDashboard.Web.Endpoints;

/// <summary>The batch of one in which a call is made again.</summary>
internal sealed record CallAgainBody(string Status, string Message, Guid BatchId);
