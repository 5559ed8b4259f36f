namespace BatchDashboard.Web.Endpoints;

/// <summary>A call that was accepted.</summary>
/// <param name="BatchId">Always null: the programs of the API know single calls without a batch.</param>
internal sealed record CreatedCallBody(string Status, string Message, Guid CallId, Guid? BatchId);
