namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>The parts of the API, in the order in which the document tells them.</summary>
internal static class OperationTags
{
    public const string Batches = "Batches";
    public const string Calls = "Calls";
    public const string Dialling = "Dialling";
    public const string Older = "Older batches";
    public const string Account = "Account";
    public const string Health = "Health";
    public const string Callbacks = "Provider callbacks";
}
