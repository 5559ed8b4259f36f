namespace BatchDashboard.Web.DoNotCall;

/// <summary>Where the do-not-call list is shown and sent to.</summary>
internal static class DoNotCallAddress
{
    public const string List = "/do-not-call";
    public const string Import = "/do-not-call/import";
    public const string Uploads = "/do-not-call/uploads";
    public const string Export = "/do-not-call/export.csv";
}
