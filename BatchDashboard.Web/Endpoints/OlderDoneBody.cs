namespace BatchDashboard.Web.Endpoints;

/// <summary>What a command of <c>/v1</c> is answered with.</summary>
internal sealed record OlderDoneBody(string Status, string Message);
