namespace BatchDashboard.Web.Account;

/// <summary>The paths that programs call: they are answered with a status and JSON, never with a page.</summary>
internal static class ProgramPaths
{
    private static readonly PathString[] Api = ["/v1", "/v2"];
    private static readonly PathString[] Others = ["/hubs", "/uploads", "/health", "/openapi", "/providers"];

    /// <summary>The public API, where only a key counts.</summary>
    public static bool IsApi(PathString path) => Api.Any(start => path.StartsWithSegments(start));

    public static bool Contains(PathString path) =>
        IsApi(path) || Others.Any(start => path.StartsWithSegments(start));
}
