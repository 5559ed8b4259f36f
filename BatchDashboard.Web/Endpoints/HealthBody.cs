namespace BatchDashboard.Web.Endpoints;

/// <summary>How the program does, in a word.</summary>
internal sealed record HealthBody(string Status);
