namespace BatchDashboard.Web.DoNotCall;

/// <summary>The addresses beside the pages of the do-not-call list.</summary>
internal static class DoNotCallRegistration
{
    public static void MapDoNotCall(this IEndpointRouteBuilder routes)
    {
        routes.MapDoNotCallUpload();
        routes.MapDoNotCallExport();
    }
}
